package ai.callcenter.tenancy.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * A body where none is taken. It is looked at as it passes, and nothing of it is kept: anybody may send one, also where
 * no token is asked for.
 *
 * @param length how many bytes were read
 * @param said the first characters that are not white space; {@value #ENOUGH} tell it from an empty object
 */
record UnwantedBody(int length, String said) {
    private static final int ENOUGH = 3;
    private static final int BUFFER = 2048;

    /** Reads until more than the longest body, of so many bytes, has come. */
    static UnwantedBody read(InputStream in, int max) throws IOException {
        byte[] buffer = new byte[BUFFER];
        StringBuilder said = new StringBuilder(ENOUGH);
        int length = 0;
        int n = in.read(buffer);
        while (n >= 0) {
            length += n;
            if (length > max) {
                break;
            }
            for (int i = 0; i < n && said.length() < ENOUGH; i++) {
                if (!isWhiteSpace(buffer[i])) {
                    said.append((char) (buffer[i] & 0xff));
                }
            }
            n = in.read(buffer);
        }
        return new UnwantedBody(length, said.toString());
    }

    /** As JSON has it. */
    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    boolean isEmptyObject() {
        return said.equals("{}");
    }
}
