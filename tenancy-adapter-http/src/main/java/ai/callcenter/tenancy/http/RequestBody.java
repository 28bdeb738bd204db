package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The body of a request: JSON in UTF-8, of at most {@value #MAX_BYTES} bytes, or of what a route takes. */
final class RequestBody {
    /** The longest body: 64 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    /**
     * The longest body of a stranger's: 1 KiB, five times a refresh token. So every connection can have one, whoever
     * holds it.
     */
    static final int MAX_STRANGERS_BYTES = 1024;

    /** How long a body may take: the longest one at 3 KiB a second, a bad mobile network's rate. */
    static final Duration MAX_TIME = Duration.ofSeconds(20);

    /** How much of a body that is too large is taken in from a caller who is known: 8 MiB. */
    private static final int MAX_DRAINED = 8 * 1024 * 1024;

    /** A patch may say that it is one (RFC 7396 section 4), and need not. */
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final HttpServletRequest request;
    private final Bounds bounds;
    private final int max;
    private final boolean none;
    private final ArrivingBody arriving;
    private int taken;
    private @Nullable UserId takenFor;

    /** @param max how many bytes are read of it */
    RequestBody(HttpServletRequest request, Bounds bounds, int max) {
        this.request = request;
        this.bounds = bounds;
        this.max = max;
        this.none = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        this.arriving = new ArrivingBody(request, bounds.time());
    }

    Fields fields() {
        boolean patch = request.getMethod().equals("PATCH");
        MediaType.require(request, patch ? Set.of(Answer.JSON, MERGE_PATCH) : Set.of(Answer.JSON));
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            throw Refusal.invalid(InputError.at("", "send a JSON object as the body"));
        }
        return fields(bytes);
    }

    /** The fields of a body that may be left out. */
    Fields fieldsOrNone() {
        byte[] bytes = none ? new byte[0] : bytes();
        if (bytes.length == 0) {
            return new Fields(Map.of());
        }
        MediaType.require(request, Set.of(Answer.JSON));
        return fields(bytes);
    }

    private Fields fields(byte[] bytes) {
        MediaType.requireGiven(request);
        return new Fields(JsonObject.parse(decode(bytes)));
    }

    /**
     * Refuses a body where none is taken. One that says nothing passes: some clients send an empty object with every
     * POST.
     */
    void requireNothing() {
        if (none) {
            return;
        }
        UnwantedBody body;
        try {
            body = UnwantedBody.read(arriving, max);
        } catch (IOException e) {
            throw brokenOff(e);
        }
        if (body.length() > max) {
            throw tooLarge();
        }
        if (body.length() == 0) {
            return;
        }
        MediaType.require(request, Set.of(Answer.JSON));
        MediaType.requireGiven(request);
        if (!body.isEmptyObject()) {
            throw Refusal.invalid(InputError.at("", "this call takes no body"));
        }
    }

    /** Refuses a body that says itself that it is too large, whether the route takes one or not. */
    void requireLength() {
        if (request.getContentLengthLong() > max) {
            throw tooLarge();
        }
    }

    private byte[] bytes() {
        long length = request.getContentLengthLong();
        // One that has no length may become as long as any; a byte more tells that it is too long.
        int most = length < 0 ? max + 1 : (int) length;
        reserve(most);
        byte[] bytes;
        try {
            bytes = arriving.readNBytes(most);
        } catch (IOException e) {
            throw brokenOff(e);
        }
        if (bytes.length > max) {
            throw tooLarge();
        }
        return bytes;
    }

    private void reserve(int bytes) {
        if (bytes <= Bounds.SHORT) {
            return;
        }
        UserId user = Exchange.of(request).user();
        if (!bounds.requests().take(user, bytes)) {
            throw new Refusal(JettyErrors.problem(503));
        }
        takenFor = user;
        taken = bytes;
    }

    /** Gives back the memory that it has taken; what was read of it must be done with. */
    void release() {
        if (taken > 0) {
            bounds.requests().giveBack(takenFor, taken);
            taken = 0;
        }
    }

    private static Refusal brokenOff(IOException e) {
        return new Refusal(JettyErrors.problem(e.getCause() instanceof TimeoutException ? 408 : 400));
    }

    private Refusal tooLarge() {
        return new Refusal(JettyErrors.tooLarge(max));
    }

    /**
     * Takes in what is left of a body, up to 8 MiB, or 64 KiB from a stranger; if there is more, the answer is the
     * connection's last. A server that answers and closes while the client still writes makes the client see a broken
     * connection in place of the answer (RFC 9112 section 9.6).
     *
     * @param known whether the caller's token was verified
     */
    void drain(boolean known, HttpServletResponse response) {
        if (!none && !isDrained(known ? MAX_DRAINED : MAX_BYTES)) {
            response.setHeader("Connection", "close");
        }
    }

    private boolean isDrained(long max) {
        // Who waits to be asked for the body is not.
        if (request.getHeader("Expect") != null && !arriving.isBegun()) {
            return false;
        }
        try {
            return arriving.skip(max) < max || arriving.read() < 0;
        } catch (IOException e) {
            // Then the client is gone, or too slow.
            return false;
        }
    }

    /** Decoded here, since a parser of bytes guesses at UTF-16 and UTF-32, and lets bad UTF-8 pass. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(InputError.at("", "the body is not UTF-8"));
        }
    }
}
