package ai.callcenter.tenancy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
    private final RefreshToken token =
            RefreshToken.make(new TenantId(UUID.randomUUID()), new UserId(UUID.randomUUID()), UUID.randomUUID());

    @Test
    void comesBackAsItWent() {
        assertThat(RefreshToken.parse(token.wire())).isEqualTo(token);
        assertThat(token.wire()).matches("tnr_[A-Za-z0-9_-]{107}");
    }

    @Test
    void isMadeAnewEachTime() {
        RefreshToken other = RefreshToken.make(token.tenant(), token.user(), token.session());
        assertThat(other.secret()).hasSize(64).isNotEqualTo(token.secret());
        assertThat(other.hash()).isNotEqualTo(token.hash());
    }

    @Test
    void isKeptAsTheHashOfItsSecret() {
        // FIPS 180-2, SHA-256 of 32 zero bytes.
        assertThat(new RefreshToken(token.tenant(), token.user(), token.session(), "0".repeat(64)).hash())
                .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    }

    @Test
    void doesNotShowItsSecret() {
        assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.wire());
    }

    @Test
    void hasOneSpelling() {
        String wire = token.wire();
        for (String other : new String[] {
            wire + "=", wire + "A", wire.substring(1), "TNR_" + wire.substring(4), wire.substring(0, 110), " " + wire
        }) {
            refused(other);
        }
        // 80 bytes end in a character of which four bits count.
        refused(wire.substring(0, 110) + (char) (wire.charAt(110) + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tnr_", "x", "tnr_!!!!", "a.b.c", "tnr_\u0000", "\ud800"})
    void refusesAnyOtherText(String text) {
        refused(text);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> RefreshToken.parse(text))
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REFRESH_TOKEN));
    }
}
