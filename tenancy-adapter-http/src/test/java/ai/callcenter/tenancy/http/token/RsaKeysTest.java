package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys from PEM: what is read, and what keeps a server from starting. */
class RsaKeysTest {
    private static final String PEM = Forge.pem(Forge.RSA);

    @Test
    void thumbprintIsTheOneOfRfc7638() throws Exception {
        BigInteger n = new BigInteger(
                1,
                Base64.getUrlDecoder()
                        .decode("0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L"
                                + "6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h"
                                + "4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91"
                                + "CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF4"
                                + "4-csFCur-kEgU8awapJzKnqDKgw"));
        RSAPublicKey key = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, BigInteger.valueOf(65537)));

        assertThat(RsaKey.thumbprint(key)).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void textAroundTheBlocksAndLineEndsOfAnyKind() {
        String noted = "Bag Attributes: none\r\n" + PEM.replace("\n", "\r\n") + "\nmade in 2026\n";

        assertThat(RsaKeys.ofPem(noted).jwks()).isEqualTo(RsaKeys.ofPem(PEM).jwks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PUBLIC KEY", "CERTIFICATE"})
    void anotherKindOfBlockIsNamed(String label) {
        refused(PEM + Forge.pem(label, Forge.OTHER_RSA.getPrivate().getEncoded()), "PEM block 2 is \"" + label + "\"");
    }

    @Test
    void aDamagedBlockDoesNotVanish() {
        String second = Forge.pem(Forge.OTHER_RSA);
        refused(PEM + second.replace("-----END", "----END"), "damaged");
        refused(PEM.replace("-----BEGIN", "-----BEGN") + second, "damaged");
        refused(PEM + second.replaceFirst("[A-Za-z]\n", "!\n"), "damaged");
        refused(PEM + second.substring(0, second.length() / 2), "damaged");
        refused(PEM + second.replaceFirst("\n.*\n", "\n"), "PEM block 2 is not a private RSA key");
        refused("", "no PEM block");
        refused("MIIEvQIBADANBgkqhkiG9w0BAQ", "no PEM block");
    }

    @Test
    void aDamagedKeyIsFoundAtOnce() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) Forge.RSA.getPrivate();
        BigInteger d = key.getPrivateExponent();
        byte[] der = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        key.getModulus(),
                        BigInteger.valueOf(65539),
                        d,
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient()))
                .getEncoded();

        refused(Forge.pem("PRIVATE KEY", der), "damaged");
    }

    @Test
    void shortKeysOtherKeysAndDoubles() throws Exception {
        refused(Forge.pem(Forge.rsa(1024)), "the RSA key has 1024 bits, RS256 needs at least 2048");
        refused(Forge.pem(Forge.rsa(2046)), "2046 bits");
        refused(Forge.pem(KeyPairGenerator.getInstance("EC").generateKeyPair()), "not a private RSA key");
        refused(PEM + PEM, "is there twice");
    }

    private static void refused(String pem, String saying) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.ofPem(pem))
                .withMessageContaining(saying);
    }

    @Test
    void fromAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.pem");
        assertThatThrownBy(() -> RsaKeys.read(file)).isInstanceOf(NoSuchFileException.class);

        Files.writeString(file, PEM);
        assertThat(RsaKeys.read(file).jwks()).isEqualTo(RsaKeys.ofPem(PEM).jwks());

        Files.writeString(file, "hello");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.read(file))
                .withMessageStartingWith(file + ": there is no PEM block")
                .withMessageContaining("openssl genpkey");
    }
}
