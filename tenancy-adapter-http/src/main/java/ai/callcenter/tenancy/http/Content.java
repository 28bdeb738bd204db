package ai.callcenter.tenancy.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/** The body of an answer: its length is known before its first byte is sent. */
interface Content {
    /** How many bytes it has. */
    int length();

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes as they are. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public int length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /**
     * What was compressed, made plain as it is sent: it is never held whole.
     *
     * @param length how many bytes it is when plain
     */
    static Content unzipped(byte[] gzip, int length) {
        return new Content() {
            @Override
            public int length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
                    plain.transferTo(out);
                }
            }
        };
    }
}
