package ai.callcenter.tenancy.session;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What buys one new tenant token, and the next refresh token with it. It names the tenant, the user and the session, so
 * that it is looked up inside the tenant like everything else, and 256 random bits that nobody can guess.
 *
 * @param tenant the tenant; a refresh never leads to another one
 * @param user the member
 * @param session the chain that it belongs to
 * @param secret 32 random bytes in hexadecimal digits
 */
public record RefreshToken(TenantId tenant, UserId user, UUID session, String secret) {
    private static final String PREFIX = "tnr_";
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 3 * 16 + SECRET_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** A token with a secret that nobody has seen. */
    public static RefreshToken make(TenantId tenant, UserId user, UUID session) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(tenant, user, session, HEX.formatHex(secret));
    }

    /**
     * Reads a token as {@link #wire} wrote it.
     *
     * @throws TenancyException {@code invalid_refresh_token} for any other text
     */
    public static RefreshToken parse(String wire) {
        byte[] bytes = bytes(wire);
        if (bytes.length != BYTES || !(PREFIX + ENCODER.encodeToString(bytes)).equals(wire)) {
            throw invalid();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        TenantId tenant = new TenantId(uuid(buffer));
        UserId user = new UserId(uuid(buffer));
        UUID session = uuid(buffer);
        return new RefreshToken(tenant, user, session, HEX.formatHex(bytes, BYTES - SECRET_BYTES, BYTES));
    }

    private static byte[] bytes(String wire) {
        try {
            return Base64.getUrlDecoder().decode(wire.startsWith(PREFIX) ? wire.substring(PREFIX.length()) : "");
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A token that is unknown, used, expired or ended: which of them is not told. */
    public static TenancyException invalid() {
        return new TenancyException(
                ErrorCode.INVALID_REFRESH_TOKEN,
                "The refresh token is not valid, or not any more; sign in again and switch to the tenant.");
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The token as its holder keeps it: {@code tnr_} and 107 letters, digits, {@code -} and {@code _}. */
    public String wire() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        for (UUID id : new UUID[] {tenant.value(), user.value(), session}) {
            buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return PREFIX + ENCODER.encodeToString(buffer.put(HEX.parseHex(secret)).array());
    }

    /**
     * What a store keeps in the secret's place: its SHA-256 in hexadecimal digits. It is random, so no salt and no slow
     * hash is needed.
     */
    public String hash() {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(HEX.parseHex(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Names the session; the secret is not for logs. */
    @Override
    public String toString() {
        return "RefreshToken[session=" + session + "]";
    }
}
