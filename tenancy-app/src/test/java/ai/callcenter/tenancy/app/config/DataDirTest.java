package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataDirTest {
    private final List<String> faults = new ArrayList<>();

    @Test
    void followsEachSystem() {
        assertThat(find("Linux", "/home/ana", Map.of())).isEqualTo(Path.of("/home/ana/.local/share/tenancy"));
        assertThat(find("Linux", "/home/ana", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/tenancy"));
        // The XDG specification: a relative path is to be ignored.
        assertThat(find("Linux", "/home/ana", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/ana/.local/share/tenancy"));
        assertThat(find("Mac OS X", "/Users/ana", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/Users/ana/Library/Application Support/tenancy"));
        assertThat(find("Windows 11", "/Users/ana", Map.of("LOCALAPPDATA", "/Users/ana/Local")))
                .isEqualTo(Path.of("/Users/ana/Local/tenancy"));
        assertThat(find("Windows 11", "/Users/ana", Map.of())).isEqualTo(Path.of("/Users/ana/AppData/Local/tenancy"));
        assertThat(faults).isEmpty();
    }

    @Test
    void aUserWithoutAHomeIsAskedForAFolder() {
        // What the JDK says where the user is in no password file.
        assertThat(find("Linux", "?", Map.of())).isNull();
        assertThat(faults).singleElement().asString().startsWith("TENANCY_DATA_DIR: is missing");
        assertThat(find("Linux", "?", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/tenancy"));
    }

    private @Nullable Path find(String system, String home, Map<String, String> environment) {
        return new DataDir(environment, system, home).find(faults);
    }
}
