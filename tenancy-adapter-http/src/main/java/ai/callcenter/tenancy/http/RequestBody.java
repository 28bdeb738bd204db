package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The body of a request: JSON in UTF-8, of at most {@value #MAX_BYTES} bytes. */
final class RequestBody {
    /** The longest body: 64 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    /** How much of a body that is too large is taken in: 8 MiB. */
    private static final int MAX_DRAINED = 8 * 1024 * 1024;

    /** A patch may say that it is one (RFC 7396 section 4), and need not. */
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private RequestBody() {}

    static Fields fields(HttpServletRequest request) {
        boolean patch = request.getMethod().equals("PATCH");
        requireJson(request, patch ? Set.of(Answer.JSON, MERGE_PATCH) : Set.of(Answer.JSON));
        byte[] bytes = bytes(request);
        if (bytes.length == 0) {
            throw Refusal.invalid(InputError.at("", "send a JSON object as the body"));
        }
        if (request.getContentType() == null) {
            throw notJson("no Content-Type");
        }
        return new Fields(JsonObject.parse(decode(bytes)));
    }

    private static void requireJson(HttpServletRequest request, Set<String> types) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw notJson("a Content-Encoding");
        }
        String given = request.getContentType();
        if (given != null && !(types.contains(mediaType(given)) && isUtf8(given))) {
            throw notJson("another Content-Type");
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isUtf8(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter
                            .substring("charset=".length())
                            .replace("\"", "")
                            .equals("utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static Refusal notJson(String what) {
        String detail = "The request has " + what + "; send `Content-Type: application/json` in UTF-8, not compressed.";
        return new Refusal(new Problem(415, "unsupported_media_type", detail, List.of(), Map.of()));
    }

    /** Refuses a body that says itself that it is too large, whether the route takes one or not. */
    static void requireLength(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Refusal(JettyErrors.problem(e.getCause() instanceof TimeoutException ? 408 : 400));
        }
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refusal tooLarge() {
        return new Refusal(JettyErrors.problem(413));
    }

    /**
     * Takes in what is left of a body, up to 8 MiB. A server that answers and closes while the client still writes
     * makes the client see a broken connection in place of the answer (RFC 9112 section 9.6).
     */
    static void drain(HttpServletRequest request) {
        boolean none = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        // Who waits to be asked for the body is not.
        if (none || request.getHeader("Expect") != null) {
            return;
        }
        try {
            request.getInputStream().skip(MAX_DRAINED);
        } catch (IOException e) {
            // Then the client is gone, or will be.
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
