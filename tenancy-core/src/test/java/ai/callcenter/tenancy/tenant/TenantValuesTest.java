package ai.callcenter.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantValuesTest {
    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b",
                "acme.example",
                "SUPPORT.Acme.Example",
                "a-b.c-d.ef",
                "1.2.3.a",
                "xn--fa-hia.de",
                "a.1b",
                "0.a"
            })
    void aDomainIsAHostNameInLowerCase(String text) {
        assertThat(new Domain(text).value()).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                ".",
                "a.",
                ".a",
                "a..b",
                "a.b.",
                "-a.b",
                "a-.b",
                "a.-b",
                "a.b-",
                "a_b.c",
                "a b.c",
                " a.b",
                "a.b ",
                "a.b\n",
                "127.0.0.1",
                "1.2",
                "[::1].a",
                "a.b:80",
                "http://a.b",
                "a.b/c",
                "a@b.c",
                "*.a.b",
                "a,b.c",
                "faß.de",
                "ä.de",
                "日本.jp",
                "\u212A.example",
                "ｅ.example",
                "a\u3002b",
                "a\u0000.b",
                "a%2eb.c"
            })
    void aDomainIsNothingElse(String text) {
        refused(() -> new Domain(text));
    }

    @Test
    void aDomainAndItsLabelsAreBounded() {
        String label = "x".repeat(63);
        String longest = label + "." + label + "." + label + "." + "y".repeat(61);
        assertThat(new Domain(longest).value()).hasSize(253);
        refused(() -> new Domain(longest + "z"));
        refused(() -> new Domain("x".repeat(64) + ".example"));
        refused(() -> new Domain("a.".repeat(100_000) + "b"));
    }

    @Test
    void anInternationalDomainIsAskedForInItsAsciiForm() {
        assertThatThrownBy(() -> new Domain("straße.example")).hasMessageContaining("xn--");
    }

    @Test
    void aNameIsStrippedAndBounded() {
        assertThat(new TenantName(" \u2003Acme \t").value()).isEqualTo("Acme");
        assertThat(new TenantName("\uD83D\uDE00".repeat(200)).value()).hasSize(400);
        refused(() -> new TenantName("x".repeat(201)));
        refused(() -> new TenantName("\uD83D\uDE00".repeat(201)));
        for (String bad :
                new String[] {"", " ", "\n", "a\nb", "a\tb", "a\u0000b", "a\u0085b", "a\u2028b", "\uD800", "a\uDC00"}) {
            refused(() -> new TenantName(bad));
        }
    }

    @Test
    void aNameIsSortedAndSearchedWithoutLetterCaseInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new TenantName("TITLE I").key()).isEqualTo("title i");
            assertThat(new Domain("TITLE.EXAMPLE").value()).isEqualTo("title.example");
            assertThat(TenantStatus.SUSPENDED.wire()).isEqualTo("suspended");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDescriptionMayHaveLines() {
        assertThat(new Description(" a\r\n\tb ").value()).isEqualTo("a\r\n\tb");
        refused(() -> new Description("x".repeat(2001)));
        refused(() -> new Description(" \n "));
        refused(() -> new Description("a\u0007"));
    }

    @Test
    void metadataIsABoundedObject() {
        String filler = "x".repeat(Metadata.MAX_BYTES - 8);
        assertThat(new Metadata(new Json("{\"k\":\"" + filler + "\"}")).json().text())
                .hasSize(Metadata.MAX_BYTES);
        refused(() -> new Metadata(new Json("{\"k\":\"" + filler + "x\"}")));
        for (String other : new String[] {"[]", "null", "1", "\"{}\"", "true"}) {
            refused(() -> new Metadata(new Json(other)));
        }
    }

    @Test
    void metadataIsNestedSoThatTheTrailCanHoldItInAnObject() {
        Metadata deepest = new Metadata(nested(Metadata.MAX_DEPTH));
        assertThat(Json.object(Map.of("metadata", deepest.json())).isObject()).isTrue();
        refused(() -> new Metadata(nested(Metadata.MAX_DEPTH + 1)));
    }

    private static Json nested(int depth) {
        return new Json("{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1));
    }

    @Test
    void seatsAreFromOneToAMillion() {
        assertThat(new SeatLimit(1).value()).isEqualTo(1);
        assertThat(new SeatLimit(1_000_000).value()).isEqualTo(1_000_000);
        for (int bad : new int[] {0, -1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            refused(() -> new SeatLimit(bad));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01936D2C-0000-7000-8000-000000000000",
                "01936d2c000070008000000000000000",
                "{01936d2c-0000-7000-8000-000000000000}",
                "01936d2c-0000-7000-8000-000000000000 ",
                "01936d2c-0000-7000-8000-00000000000g"
            })
    void anIdIsCanonical(String text) {
        refused(() -> TenantId.parse(text));
    }

    @Test
    void anIdReadsBack() {
        String text = "01936d2c-0000-7000-8000-0000000000ff";
        assertThat(TenantId.parse(text)).hasToString(text);
    }

    @Test
    void aStatusIsReadByItsExactName() {
        for (TenantStatus status : TenantStatus.values()) {
            assertThat(TenantStatus.parse(status.wire())).isEqualTo(status);
        }
        refused(() -> TenantStatus.parse("ACTIVE"));
        refused(() -> TenantStatus.parse(""));
    }

    @Test
    void aChangeTellsAbsentFromNull() {
        assertThat(Change.<String>keep().orElse("old")).isEqualTo("old");
        assertThat(Change.to("new").orElse("old")).isEqualTo("new");
        assertThat(Change.<@Nullable String>to(null).orElse("old")).isNull();
        assertThat(TenantPatch.NOTHING.needsAdmin() || TenantPatch.NOTHING.needsOperator())
                .isFalse();
        assertThat(TenantPatch.NOTHING.domain(null).needsAdmin()).isTrue();
        assertThat(TenantPatch.NOTHING.maxUsers(new SeatLimit(1)).needsOperator())
                .isTrue();
    }
}
