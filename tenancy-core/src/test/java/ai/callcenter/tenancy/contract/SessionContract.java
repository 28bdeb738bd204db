package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.session.RefreshToken;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sessions: a refresh token buys one step, and everything that ends a membership ends them. */
abstract class SessionContract extends Contract {
    private static final Duration LENGTH = Duration.ofHours(12);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int MOST = 10;

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Person vera = memberOf(acme, Role.MEMBER);
    private final Instant since = now().minusSeconds(30);

    SessionContract(Harness harness) {
        super(harness);
    }

    private RefreshToken opened() {
        return token(tenancy.tenants().openSession(vera.caller().since(since), acme.id()));
    }

    private static RefreshToken token(Switched switched) {
        return Objects.requireNonNull(switched.refreshToken());
    }

    private Switched refresh(RefreshToken token) {
        return tenancy.sessions().refresh(token, "request");
    }

    private void invalid(RefreshToken token) {
        refused(ErrorCode.INVALID_REFRESH_TOKEN, () -> refresh(token));
    }

    private Optional<Session> stored(RefreshToken token) {
        return store.read(token.tenant(), null).session(token.session()).value();
    }

    @Test
    void aSwitchOpensOneOnlyWhereAsked() {
        assertThat(tenancy.tenants().switchTo(vera.caller(), acme.id()).refreshToken())
                .isNull();
        Switched opened = tenancy.tenants().openSession(vera.caller().since(since), acme.id());
        assertThat(opened.authenticatedAt()).isEqualTo(since);
        assertThat(opened.endsAt()).isEqualTo(now().plus(LENGTH));
        RefreshToken token = token(opened);
        assertThat(token.tenant()).isEqualTo(acme.id());
        assertThat(token.user()).isEqualTo(vera.id());
        assertThat(stored(token))
                .contains(new Session(token.session(), vera.id(), token.hash(), since, now(), now().plus(LENGTH)));
    }

    @Test
    void aRefreshGoesOnAndBringsTheNextToken() {
        RefreshToken token = opened();
        Instant end = now().plus(LENGTH);
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofMinutes(5));
            Switched next = refresh(token);
            assertThat(next.tenant()).isEqualTo(now(acme));
            assertThat(next.user().id()).isEqualTo(vera.id());
            assertThat(next.role()).isEqualTo(Role.MEMBER);
            assertThat(next.authenticatedAt()).isEqualTo(since);
            assertThat(next.endsAt()).isEqualTo(end);
            assertThat(token(next).secret()).isNotEqualTo(token.secret());
            token = token(next);
        }
    }

    @Test
    void aTokenThatIsUsedAgainEndsItsSession() {
        RefreshToken first = opened();
        RefreshToken other = opened();
        RefreshToken second = token(refresh(first));
        invalid(first);
        recorded(
                acme,
                Caller.user(vera.id()).during("request"),
                vera.as(Actor.Kind.USER),
                AuditAction.SESSION_REUSED,
                vera.email(),
                null,
                null);
        assertThat(stored(first)).isEmpty();
        invalid(second);
        invalid(other);
    }

    @Test
    void aTokenThatIsUsedAgainEndsWhatWasHadWithIt() {
        Tenant other = tenantOf(vera);
        Caller.User later = vera.caller().since(since.plusSeconds(1));
        RefreshToken unconcerned = token(tenancy.tenants().openSession(later, acme.id()));
        RefreshToken stolen = opened();
        Switched thiefs = refresh(stolen);
        Caller.User thief = vera.in(acme).since(thiefs.authenticatedAt());
        RefreshToken here = token(tenancy.tenants().openSession(thief, acme.id()));
        RefreshToken elsewhere = token(tenancy.tenants().openSession(thief, other.id()));
        invalid(stolen);
        List.of(token(thiefs), here, elsewhere).forEach(this::invalid);
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.tenants().get(thief, acme.id()));
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.tenants().switchTo(thief, other.id()));
        refused(
                ErrorCode.SIGNED_OUT,
                () -> tenancy.tenants().switchTo(vera.caller().since(since), acme.id()));
        refresh(unconcerned);
    }

    @Test
    void whatNobodyIssuedIsRefusedAndEndsNothing() {
        RefreshToken token = opened();
        List<RefreshToken> wrong = List.of(
                new RefreshToken(acme.id(), vera.id(), UUID.randomUUID(), token.secret()),
                new RefreshToken(acme.id(), ana.id(), token.session(), token.secret()),
                new RefreshToken(acme.id(), new UserId(UUID.randomUUID()), token.session(), token.secret()),
                new RefreshToken(unknownTenant(), vera.id(), token.session(), token.secret()),
                new RefreshToken(tenantOf(vera).id(), vera.id(), token.session(), token.secret()));
        State before = state(acme);
        wrong.forEach(this::invalid);
        assertThat(state(acme)).isEqualTo(before);
        refresh(token);
    }

    @Test
    void theRoleIsReadAnew() {
        RefreshToken token = opened();
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.VIEWER);
        Switched next = refresh(token);
        assertThat(next.role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void itEndsWithTheMembershipForGood() {
        RefreshToken token = opened();
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        invalid(token);
        tenancy.members().add(ana.in(acme), acme.id(), vera.email(), Role.ADMIN);
        invalid(token);
    }

    @Test
    void aSuspendedTenantsWaits() {
        RefreshToken token = opened();
        suspended(acme);
        refused(ErrorCode.TENANT_SUSPENDED, acme, () -> refresh(token));
        changed(acme, TenantPatch.NOTHING.status(TenantStatus.ACTIVE));
        refresh(token);
    }

    @Test
    void aDeletedTenantsIsWorthNothing() {
        RefreshToken token = opened();
        deleted(acme);
        refused(ErrorCode.ACCESS_REVOKED, acme, () -> refresh(token));
    }

    @Test
    void itEndsAtItsTimeHoweverOftenItIsRefreshed() {
        RefreshToken token = opened();
        clock.move(LENGTH.minus(A_SECOND));
        token = token(refresh(token));
        clock.move(A_SECOND);
        invalid(token);
    }

    @Test
    void signingOutEndsIt() {
        RefreshToken token = opened();
        tenancy.sessions().signOut(vera.caller());
        invalid(token);
        Switched anew = tenancy.tenants().openSession(vera.caller().since(now().plusSeconds(1)), acme.id());
        refresh(token(anew));
    }

    @Test
    void whoComesFromATenantGoesOnUntilTheSameEnd() {
        clock.move(Duration.ofHours(1));
        Caller.User from = vera.in(acme).since(since);
        Switched next = tenancy.tenants().openSession(from, acme.id());
        assertThat(next.endsAt()).isEqualTo(since.plus(LENGTH));
        clock.move(Duration.between(now(), since.plus(LENGTH)).minus(Duration.ofMillis(1)));
        tenancy.tenants().switchTo(from, acme.id());
        clock.move(Duration.ofMillis(1));
        refused(ErrorCode.SESSION_EXPIRED, acme, () -> tenancy.tenants().switchTo(from, acme.id()));
        refused(ErrorCode.SESSION_EXPIRED, () -> tenancy.tenants().switchTo(from, unknownTenant()));
        Switched anew = tenancy.tenants().switchTo(vera.caller().since(since), acme.id());
        assertThat(anew.endsAt()).isEqualTo(now().plus(LENGTH));
    }

    @Test
    void whoProvedItLongAgoAndComesFromATenantGoesOnUntilTheSameEnd() {
        Instant longAgo = now().minus(LENGTH.multipliedBy(2));
        Switched first = tenancy.tenants().switchTo(vera.caller().since(longAgo), acme.id());
        assertThat(first.endsAt()).isEqualTo(now().plus(LENGTH));
        clock.move(Duration.ofHours(1));
        Caller.User from = vera.in(acme).since(longAgo).until(first.endsAt());
        Switched next = tenancy.tenants().openSession(from, acme.id());
        assertThat(next.endsAt()).isEqualTo(first.endsAt());
        assertThat(refresh(token(next)).endsAt()).isEqualTo(first.endsAt());
        assertThat(tenancy.tenants()
                        .switchTo(from.until(now().plus(LENGTH.multipliedBy(2))), acme.id())
                        .endsAt())
                .isEqualTo(now().plus(LENGTH));
        clock.move(LENGTH.minus(Duration.ofHours(1)));
        refused(ErrorCode.SESSION_EXPIRED, acme, () -> tenancy.tenants().switchTo(from, acme.id()));
    }

    @Test
    void theOldestMakesRoom() {
        List<RefreshToken> tokens = new ArrayList<>();
        RefreshToken anas = token(tenancy.tenants().openSession(ana.caller(), acme.id()));
        for (int i = 0; i <= MOST; i++) {
            tokens.add(opened());
            clock.move(A_SECOND);
        }
        assertThat(tokens.stream().filter(token -> stored(token).isPresent()))
                .containsExactlyElementsOf(tokens.subList(1, MOST + 1));
        clock.move(LENGTH.minus(A_SECOND));
        RefreshToken last = opened();
        assertThat(tokens.stream().filter(token -> stored(token).isPresent())).isEmpty();
        assertThat(stored(last)).isPresent();
        assertThat(stored(anas)).isPresent();
    }

    @Test
    void itIsSeenInItsTenantAlone() {
        RefreshToken token = opened();
        TenantId other = tenantOf(vera).id();
        assertThat(store.read(other, vera.id()).session(token.session()).value())
                .isEmpty();
        store.inTenant(other, null, unit -> {
            assertThat(unit.sessions().find(token.session())).isEmpty();
            unit.sessions().rotate(token.session(), "0".repeat(64));
            unit.sessions().end(token.session());
            return "done";
        });
        refresh(token);
    }

    @RepeatedTest(5)
    void ofSeveralAtOnceOneGoesOnAtMost() throws InterruptedException, ExecutionException {
        RefreshToken token = opened();
        assertThat(Together.attempt(4, () -> refresh(token)))
                .containsOnly("ok", "invalid_refresh_token")
                .containsOnlyOnce("ok");
        assertThat(stored(token)).isEmpty();
    }
}
