package ai.callcenter.tenancy.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            String version = new String(
                            Objects.requireNonNull(in, "version.txt is packaged")
                                    .readAllBytes(),
                            UTF_8)
                    .strip();
            return new String[] {"tenancy " + version + ", Java " + Runtime.version()};
        }
    }
}
