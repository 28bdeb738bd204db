package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any text as a token, and any bytes in one that is signed well. */
class TokenFuzzTest extends TokenFixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    @FuzzTest(maxDuration = "60s")
    void nothingUnsignedVerifies(byte[] token) {
        InvalidTokenException refusal = refusal(verifier, new String(token, UTF_8));
        assertThat(refusal.getMessage()).matches("[ !#-\\[\\]-~]+");
        assertThat(verifier.remembered()).isZero();
    }

    /** The first line is the header, the rest the payload. */
    @FuzzTest(maxDuration = "60s")
    void whatVerifiesIsWhatWasSigned(byte[] data) throws IOException {
        int end = 0;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        byte[] header = Arrays.copyOf(data, end);
        byte[] payload = Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length);
        String token = Forge.hs256(Forge.SECRET.getBytes(UTF_8), header, payload);
        VerifiedToken verified;
        try {
            verified = new TokenVerifier(settings, secretOnly).verify(token);
        } catch (InvalidTokenException refusal) {
            assertThat(refusal.reason()).isNotIn(Reason.SIGNATURE);
            return;
        }
        assertThat(token).hasSizeLessThanOrEqualTo(4096);
        JsonNode says = JSON.readTree(payload);
        assertThat(JSON.readTree(header).path("alg").asText()).isEqualTo("HS256");
        assertThat(says.get("iss").asText()).isEqualTo(settings.issuer());
        assertThat(says.get("aud").toString()).contains('"' + settings.audience() + '"');
        assertThat(verified.expiresAt().getEpochSecond())
                .isEqualTo(says.get("exp").asLong());
        assertThat(verified.expiresAt()).isAfter(clock.instant());
        switch (verified) {
            case IdentityToken identity -> {
                assertThat(says.has("tenant_id")).isFalse();
                assertThat(identity.subject())
                        .isEqualTo(says.get("sub").textValue())
                        .hasSizeBetween(1, 255);
                assertThat(identity.email())
                        .isEqualTo(says.get("email").textValue())
                        .hasSizeBetween(1, 254);
                assertThat(identity.emailVerified())
                        .isEqualTo(says.path("email_verified").asBoolean(true));
                assertThat(identity.name()).isEqualTo(nameIn(says));
            }
            case TenantToken tenant -> {
                assertThat(tenant.userId())
                        .isEqualTo(UUID.fromString(says.get("sub").asText()));
                assertThat(tenant.tenantId())
                        .isEqualTo(UUID.fromString(says.get("tenant_id").asText()));
                assertThat(tenant.id())
                        .isEqualTo(UUID.fromString(says.get("jti").asText()));
                assertThat(tenant.email()).isEqualTo(says.get("email").textValue());
                assertThat(tenant.role()).isEqualTo(says.get("role").textValue());
            }
        }
    }

    private static @Nullable String nameIn(JsonNode says) {
        String name = says.path("name").textValue();
        return name == null || name.isEmpty() ? null : name;
    }
}
