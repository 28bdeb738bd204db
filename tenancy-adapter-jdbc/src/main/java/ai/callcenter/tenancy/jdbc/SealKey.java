package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a service and its database share, to tell a tenant's context that the service set from one that
 * foreign SQL made up: a seal is {@code <key id>.<tenant>.<expiry>.<hmac>}, the last being HMAC-SHA-256 (RFC 2104) over
 * what stands before it, in lower-case hexadecimal digits.
 */
public final class SealKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");

    private final String id;
    private final SecretKeySpec secret;

    private SealKey(String id, SecretKeySpec secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * A key.
     *
     * @param id its name, which the database looks it up by: 1 to 16 of {@code a-z0-9}
     * @param secret at least 32 random bytes; a copy is kept
     * @throws IllegalArgumentException naming the wrong one, without the secret
     */
    public static SealKey of(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a key's id is 1 to 16 of a-z and 0-9");
        }
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a key's secret has at least " + LEAST_BYTES + " bytes");
        }
        return new SealKey(id, new SecretKeySpec(secret, ALGORITHM));
    }

    /**
     * The seal of a tenant, for the setting {@code tenancy.seal}; {@link TenantDataSource#sealed} sets it by itself.
     *
     * @param until the first second at which it is void, a fraction cut off
     */
    public String seal(TenantId tenant, Instant until) {
        String sealed = id + "." + tenant.value() + "." + until.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] hmac = mac.doFinal(sealed.getBytes(StandardCharsets.US_ASCII));
            return sealed + "." + HexFormat.of().formatHex(hmac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Without the secret: this ends up in logs. */
    @Override
    public String toString() {
        return "SealKey[" + id + "]";
    }
}
