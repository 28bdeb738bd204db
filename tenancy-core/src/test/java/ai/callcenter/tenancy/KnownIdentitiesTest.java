package ai.callcenter.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.contract.MovingClock;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An identity that was deleted behind the core's back is obeyed a minute later: it is looked up in the store again. */
class KnownIdentitiesTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Identity ANA = new Identity("idp", "ana", new Email("ana@people.example"), true, "Ana");

    private final MovingClock clock = new MovingClock();
    private final Users users =
            Tenancy.builder(counted(new InMemoryStore())).clock(clock).build().users();
    private int lookUps;

    private TenancyStore counted(TenancyStore store) {
        return (TenancyStore) Proxy.newProxyInstance(
                TenancyStore.class.getClassLoader(),
                new Class<?>[] {TenancyStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        lookUps++;
                    }
                    return method.invoke(store, arguments);
                });
    }

    private int lookUpsOfASignIn() {
        int before = lookUps;
        users.signIn(ANA);
        return lookUps - before;
    }

    @BeforeEach
    void isKnown() {
        assertThat(lookUpsOfASignIn()).isOne();
    }

    @Test
    void isRememberedForLessThanAMinute() {
        clock.move(MINUTE.minusMillis(1));
        assertThat(lookUpsOfASignIn()).isZero();
    }

    @Test
    void isReadAgainAfterAMinuteHoweverMuchItIsUsed() {
        UserId ana = users.signIn(ANA);
        clock.move(MINUTE.dividedBy(2));
        assertThat(lookUpsOfASignIn()).isZero();
        clock.move(MINUTE.dividedBy(2));
        assertThat(lookUpsOfASignIn()).isOne();
        assertThat(users.signIn(ANA)).isEqualTo(ana);
    }

    @Test
    void isRememberedAnewOnceItWasReadAgain() {
        clock.move(MINUTE);
        users.signIn(ANA);
        clock.move(MINUTE.minusMillis(1));
        assertThat(lookUpsOfASignIn()).isZero();
    }

    @Test
    void isReadAgainWhenTheClockWasSetBack() {
        clock.move(Duration.ofHours(-1));
        assertThat(lookUpsOfASignIn()).isOne();
    }
}
