package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word on a client's address counts. */
class ClientAddressTest {
    private static final String PROXY = "10.0.0.1";
    private static final ClientAddress ADDRESSES =
            new ClientAddress(TrustedProxies.of(Set.of("10.0.0.0/8", "192.0.2.7", "fd00::/8")));

    private static String of(String peer, List<String> forwarded, List<String> forwardedFor) {
        return ADDRESSES.of(peer, forwarded, forwardedFor).getHostAddress();
    }

    @Test
    void nobodyIsTrustedWhereNobodyIsNamed() {
        ClientAddress nobody = new ClientAddress(TrustedProxies.NONE);
        assertThat(nobody.of("127.0.0.1", List.of("for=1.2.3.4"), List.of("1.2.3.4")))
                .isEqualTo(InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A stranger's word is nothing.
                "203.0.113.9 | 1.2.3.4                        | 203.0.113.9",
                "10.0.0.1    | 1.2.3.4                        | 1.2.3.4",
                // The right-most that is no proxy: what stands before it the client may have made up.
                "10.0.0.1    | 9.9.9.9, 1.2.3.4               | 1.2.3.4",
                "10.0.0.1    | 9.9.9.9, 1.2.3.4, 10.2.2.2     | 1.2.3.4",
                "10.0.0.1    | 9.9.9.9,1.2.3.4,192.0.2.7 , 10.2.2.2 | 1.2.3.4",
                "10.0.0.1    | 10.9.9.9, 10.2.2.2             | 10.9.9.9",
                "fd00::1     | 2001:db8::5                    | 2001:db8:0:0:0:0:0:5",
                "10.0.0.1    | [2001:db8::5]:4711             | 2001:db8:0:0:0:0:0:5",
                "10.0.0.1    | 1.2.3.4:4711                   | 1.2.3.4",
                "10.0.0.1    | ::ffff:1.2.3.4                 | 1.2.3.4",
                // Behind garbage is nobody known: the last proxy that is.
                "10.0.0.1    | 1.2.3.4, unknown, 10.2.2.2     | 10.2.2.2",
                "10.0.0.1    | 1.2.3.4, localhost             | 10.0.0.1",
                "10.0.0.1    | 1.2.3.4,                       | 10.0.0.1",
                "10.0.0.1    | 1.2.3.999                      | 10.0.0.1",
                "10.0.0.1    | ''                             | 10.0.0.1",
            })
    void xForwardedFor(String peer, String field, String address) {
        assertThat(of(peer, List.of(), List.of(field))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=1.2.3.4                                     | 1.2.3.4",
                "For=\"[2001:db8:cafe::17]:4711\"                | 2001:db8:cafe:0:0:0:0:17",
                "for=9.9.9.9;proto=http, by=10.0.0.1;for=1.2.3.4 | 1.2.3.4",
                "for=1.2.3.4;proto=https;by=203.0.113.43, for=10.2.2.2 | 1.2.3.4",
                "for=unknown                                     | 10.0.0.1",
                "for=_hidden, for=10.2.2.2                       | 10.2.2.2",
                "proto=https                                     | 10.0.0.1",
                "notfor=1.2.3.4                                  | 10.0.0.1",
                "for=\"1.2.3.4                                   | 10.0.0.1",
            })
    void forwarded(String field, String address) {
        assertThat(of(PROXY, List.of(field), List.of())).isEqualTo(address);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(of(PROXY, List.of(), List.of("9.9.9.9", "1.2.3.4", "10.3.3.3")))
                .isEqualTo("1.2.3.4");
    }

    @Test
    void whereBothFieldsAreThereNeitherCountsUnlessTheyAgree() {
        assertThat(of(PROXY, List.of("for=1.2.3.4"), List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
        assertThat(of(PROXY, List.of("for=9.9.9.9"), List.of("1.2.3.4"))).isEqualTo(PROXY);
    }

    @Test
    void nothingThrows() {
        Random random = new Random(4);
        String alphabet = "for=FOR\"[];:,. \t0123456789abcdef%_-/\u00e4\ud800";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder field = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                field.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<String> lines = List.of(field.toString());
            assertThat(ADDRESSES.of(PROXY, lines, List.of())).isNotNull();
            assertThat(ADDRESSES.of(PROXY, List.of(), lines)).isNotNull();
            assertThat(ADDRESSES.of(field.toString(), lines, lines)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "*", "", "1.2.3.4-1.2.3.9"})
    void aProxyIsAnAddressOrARange(String wrong) {
        assertThatThrownBy(() -> TrustedProxies.of(Set.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + wrong + "\"");
    }

    @Test
    void whatIsCountedTogether() throws UnknownHostException {
        assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("1.2.3.4")).isNotEqualTo(network("1.2.3.5")).isEqualTo(network("::ffff:1.2.3.4"));
        assertThat(network("1.2.3.4")).isNotEqualTo(network("::102:304:0:0"));
    }

    private static long network(String address) throws UnknownHostException {
        return Addresses.network(InetAddress.getByName(address));
    }
}
