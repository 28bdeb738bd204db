package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties file that {@code TENANCY_CONFIG} names. */
class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void holdsTheSameNamesAndTheEnvironmentWins() throws Exception {
        write("TENANCY_PORT = 9000\nTENANCY_HOST = 0.0.0.0\nTENANCY_STORE=memory\n");

        AppConfig config = AppConfig.read(Map.of("TENANCY_CONFIG", file().toString(), "TENANCY_PORT", "9001"));

        assertThat(config.http().port()).isEqualTo(9001);
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
        assertThat(config.store()).isEqualTo(new StoreConfig.Memory());
    }

    @Test
    void anUnknownKeyIsAnErrorThatSaysWhatWasMeant() throws Exception {
        write("TENANCY_PROT=1\nport=2\n");

        assertThat(faults())
                .containsExactly(
                        "TENANCY_PROT: there is no such setting; did you mean TENANCY_PORT? (in " + file() + ")",
                        "port: there is no such setting (in " + file() + ")");
    }

    @Test
    void aWrongValueIsNamedWithTheFile() throws Exception {
        write("TENANCY_PORT=x\n");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("TENANCY_PORT: ")
                .contains("(in " + file() + ")");
    }

    @Test
    void aKeyThatStandsThereTwiceIsAnError() throws Exception {
        write("TENANCY_PORT=1\nTENANCY_PORT=2\n");

        assertThat(faults()).singleElement().asString().contains("TENANCY_PORT stands there twice");
    }

    @Test
    void namesNoOtherFileAndNoJdk() throws Exception {
        write("TENANCY_CONFIG=/x\nTENANCY_JAVA_HOME=/jdk\n");

        assertThat(faults())
                .allSatisfy(fault -> assertThat(fault).contains("can be set in the environment alone"))
                .hasSize(2);
    }

    @Test
    void mustBeThereAndBeText() throws Exception {
        assertThat(faults()).containsExactly("TENANCY_CONFIG: there is no file " + file());

        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(faults()).singleElement().asString().contains("is not UTF-8 text");

        write("TENANCY_ISSUER=\\u12\n");
        assertThat(faults()).singleElement().asString().contains(file().toString());
    }

    private Path file() {
        return folder.resolve("tenancy.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private List<String> faults() {
        return catchThrowableOfType(
                        ConfigException.class, () -> AppConfig.read(Map.of("TENANCY_CONFIG", file().toString())))
                .faults();
    }
}
