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
            // Who waits to be asked for the body is not.
            throw tooLarge(request, request.getHeader("Expect") == null ? MAX_DRAINED : 0);
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        byte[] bytes = read(request, MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge(request, MAX_DRAINED);
        }
        return bytes;
    }

    private static byte[] read(HttpServletRequest request, int length) {
        try {
            return request.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new Refusal(JettyErrors.problem(e.getCause() instanceof TimeoutException ? 408 : 400));
        }
    }

    /** Takes the rest in first: a client that still writes when the connection closes does not see the answer. */
    private static Refusal tooLarge(HttpServletRequest request, int drained) {
        for (int left = drained; left > 0; left -= MAX_BYTES) {
            if (read(request, MAX_BYTES).length < MAX_BYTES) {
                break;
            }
        }
        return new Refusal(JettyErrors.problem(413));
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
