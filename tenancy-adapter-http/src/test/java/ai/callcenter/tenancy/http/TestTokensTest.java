package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.http.testing.TestTokens;
import ai.callcenter.tenancy.http.token.IdentityToken;
import ai.callcenter.tenancy.http.token.InvalidTokenException;
import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.TenantToken;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.testing.TestTenancy;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens that hosts test with: the good ones pass, each bad one is refused for its own reason. */
class TestTokensTest {
    private static final Caller.User ANA =
            Caller.user(new UserId(UUID.randomUUID())).in(new TenantId(UUID.randomUUID()));

    private final TestClock clock = new TestClock();
    private final TestTokens tokens = TestTokens.create(clock);

    @Test
    void goodOnesPass() {
        assertThat(tokens.verifier().verify(tokens.identity("Ana@acme.example")))
                .isInstanceOfSatisfying(IdentityToken.class, token -> {
                    assertThat(token.issuer()).isEqualTo(TestTokens.ISSUER);
                    assertThat(token.subject()).isEqualTo("ana@acme.example");
                    assertThat(token.email()).isEqualTo("ana@acme.example");
                    assertThat(token.emailVerified()).isTrue();
                });
        assertThat(tokens.verifier().verify(tokens.tenant(ANA))).isInstanceOfSatisfying(TenantToken.class, token -> {
            assertThat(token.userId()).isEqualTo(ANA.id().value());
            assertThat(new TenantId(token.tenantId())).isEqualTo(ANA.tenant());
        });
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of((UnaryOperator<TestTokens>) TestTokens::expired, Reason.EXPIRED),
                Arguments.of((UnaryOperator<TestTokens>) TestTokens::wrongIssuer, Reason.ISSUER),
                Arguments.of((UnaryOperator<TestTokens>) TestTokens::wrongAudience, Reason.AUDIENCE),
                Arguments.of((UnaryOperator<TestTokens>) TestTokens::wrongKey, Reason.SIGNATURE),
                Arguments.of((UnaryOperator<TestTokens>) same -> TestTokens.create(), Reason.SIGNATURE));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badOnesAreRefused(UnaryOperator<TestTokens> made, Reason reason) {
        TestTokens bad = made.apply(tokens);
        for (String token : new String[] {bad.identity("ana@acme.example"), bad.tenant(ANA)}) {
            assertThatThrownBy(() -> tokens.verifier().verify(token))
                    .isInstanceOfSatisfying(
                            InvalidTokenException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        }
    }

    @Test
    void endByTheClock() {
        String token = tokens.identity("ana@acme.example");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> tokens.verifier().verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void aTenantTokenNeedsATenant() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.tenant(Caller.user(ANA.id())));
    }

    @Test
    void namesTheSamePeopleAsTestTenancy() {
        TestTenancy tenancy = TestTenancy.create();
        IdentityToken token = (IdentityToken) tokens.verifier().verify(tokens.identity("ana@acme.example"));
        UserId id = tenancy.tenancy()
                .users()
                .signIn(new Identity(token.issuer(), token.subject(), new Email(token.email()), true, null));
        assertThat(tenancy.user("ana@acme.example").id()).isEqualTo(id);
    }
}
