package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SharedSecretTest {

    @Test
    void has32BytesAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecret.of("x".repeat(31)))
                .withMessageContaining("31 bytes")
                .withMessageContaining("at least 32")
                .withMessageContaining("openssl rand -base64 32");
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.of(""));
        assertThat(SharedSecret.of("x".repeat(32)).algorithm()).isEqualTo("HS256");
        assertThat(SharedSecret.of("ß".repeat(16)).algorithm()).isEqualTo("HS256");
    }

    @Test
    void doesNotShowItself() {
        String secret = "do not print me: 0123456789abcdef";
        assertThat(SharedSecret.of(secret)).hasToString("SharedSecret[HS256]");
        assertThat(TokenKeys.of(SharedSecret.of(secret), null).toString()).doesNotContain("print");
    }

    @Test
    void thereIsAKeyAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenKeys.of(null, null));
    }
}
