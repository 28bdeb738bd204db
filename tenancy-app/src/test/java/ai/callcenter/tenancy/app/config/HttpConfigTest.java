package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpConfigTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.1.2.3, true",
        "localhost, true",
        "LocalHost, true",
        "'::1', true",
        "0.0.0.0, false",
        "'::', false",
        "192.0.2.7, false",
        "desk.example, false",
        "127.0.0.1.example, false",
        "localhost.example, false",
    })
    void knowsWhetherThisMachineAloneReachesIt(String host, boolean alone) {
        assertThat(new HttpConfig(host, 0, Set.of(), true).isLoopback()).isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,       http://127.0.0.1:9000",
        "0.0.0.0,         http://127.0.0.1:9000",
        "'::',            http://[::1]:9000",
        "fd00::1,         http://[fd00::1]:9000",
        "desk.example,    http://desk.example:9000",
    })
    void knowsWhereThisMachineReachesTheServer(String host, String url) {
        assertThat(new HttpConfig(host, 0, Set.of(), true).localUrl(9000)).isEqualTo(url);
    }
}
