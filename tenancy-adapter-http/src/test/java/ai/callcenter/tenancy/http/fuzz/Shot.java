package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * One request, ready to be sent.
 *
 * @param number its place in the run
 * @param caller whose token it carries
 * @param head request line and header fields, one character a byte
 */
record Shot(
        int number, Spec.Operation operation, String caller, String method, String target, String head, byte[] body) {
    private static final int MOST_SHOWN = 4_000;

    byte[] bytes() {
        return Bodies.joined(head.getBytes(ISO_8859_1), body);
    }

    boolean contains(String text) {
        return target.contains(text) || new String(body, java.nio.charset.StandardCharsets.UTF_8).contains(text);
    }

    /** As an argument of {@code printf}, to be sent again by hand. */
    String printable() {
        return printable(bytes());
    }

    static String printable(byte[] bytes) {
        StringBuilder line = new StringBuilder("printf '");
        for (int i = 0; i < bytes.length && line.length() < MOST_SHOWN; i++) {
            int c = bytes[i] & 0xff;
            if (c == '\r') {
                line.append("\\r");
            } else if (c == '\n') {
                line.append("\\n");
            } else if (c == '%') {
                line.append("%%");
            } else if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                line.append("\\x%02x".formatted(c));
            } else {
                line.append((char) c);
            }
        }
        return line.append(line.length() < MOST_SHOWN ? "'" : "'… (" + bytes.length + " bytes)")
                + " | nc 127.0.0.1 PORT";
    }
}
