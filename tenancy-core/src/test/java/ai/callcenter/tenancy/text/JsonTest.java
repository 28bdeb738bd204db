package ai.callcenter.tenancy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static void refused(String text) {
        assertThatThrownBy(() -> new Json(text))
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0",
                "1",
                "-1",
                "10",
                "1.0",
                "0.5",
                "-0.0",
                "1e5",
                "1E5",
                "1e+5",
                "1e-5",
                "1.5E+10",
                "0e0",
                "123456789012345678901234567890",
                "1e9999",
                "\"\"",
                "\"a\"",
                "\"\\\"\"",
                "\"\\\\\"",
                "\"\\/\\b\\f\\n\\r\\t\"",
                "\"/\"",
                "\"\\u0041\"",
                "\"\\u00Ff\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\u0001\"",
                "\"ä日\"",
                "\"\uD83D\uDE00\"",
                "\"\u007f\"",
                "\"\u2028\"",
                "\"\\uFFFF\"",
                "[]",
                "[ ]",
                "[1]",
                "[1,2]",
                "[[],{}]",
                "{}",
                "{ }",
                "{\"a\":1}",
                "{\"a\":1,\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"\":0}",
                " \t\r\n1 \t\r\n",
                "[\n1\t,\r2 ]",
                "{ \"a\" : [ 1 , { \"b\" : null } ] }",
                "\"\\u005C\\u0022\"",
                "\"\\\\u0000\"",
                "[1e1,true,\"\"]"
            })
    void takesWhatRfc8259Allows(String text) {
        assertThat(new Json(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulll",
                "NULL",
                "True",
                "truefalse",
                "undefined",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "-",
                "- 1",
                "01",
                "-01",
                "00",
                "1.",
                ".5",
                "-.5",
                "1.e1",
                "1e",
                "1e+",
                "1e-",
                "1E+-1",
                "1e1.5",
                "0x1",
                "1_000",
                "1,",
                "1 2",
                "1a",
                "\"",
                "\"a",
                "a\"",
                "'a'",
                "\"\\\"",
                "\"\\x\"",
                "\"\\a\"",
                "\"\\u\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\u 123\"",
                "\"\\U0041\"",
                "\"\\u-001\"",
                "\"\n\"",
                "\"\t\"",
                "\"\u0000\"",
                "\"\u001f\"",
                "\"\\u0000\"",
                "\"\\uD800\"",
                "\"\\uDC00\"",
                "\"\\uD800a\"",
                "\"\\uD800\\n\"",
                "\"\\uD800\\uD800\"",
                "\"\\uDE00\\uD83D\"",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[,]",
                "[1 2]",
                "[1,,2]",
                "[1}",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{null:1}",
                "{[]:1}",
                "{\"a\":}",
                "[]]",
                "{}}",
                "[] []",
                "{}1",
                "\u00a01",
                "1\u00a0",
                "\u000b1",
                "\f1",
                "\u20031",
                "\uFEFF1",
                "/**/1",
                "1//",
                "#1",
                "[\u00001]",
                "1\u0000",
                "\u0661",
                "\"\\u\u0661000\"",
                "[\"a\"",
                "\"a\"b",
                "[tru]",
                "[fals",
                "--1",
                "1--",
                "1e1e1",
                "\\u0031",
                "\"a\" : 1"
            })
    void refusesWhatItDoesNot(String text) {
        refused(text);
    }

    @Test
    void refusesLoneSurrogates() {
        refused("\"\uD800\"");
        refused("\"\uDC00\"");
        refused("\"\uDC00\uD800\"");
        refused("\"\uD800");
        refused("\"\uD800x\"");
    }

    @Test
    void isNestedOnlySoDeep() {
        String open = "[".repeat(Json.MAX_DEPTH);
        String close = "]".repeat(Json.MAX_DEPTH);
        assertThatCode(() -> new Json(open + close)).doesNotThrowAnyException();
        assertThatCode(() -> new Json(open + "1" + close)).doesNotThrowAnyException();
        refused(open + "[]" + close);
        refused("{\"a\":".repeat(Json.MAX_DEPTH + 1) + "1" + "}".repeat(Json.MAX_DEPTH + 1));
        refused("[".repeat(100_000));
        assertThatThrownBy(() -> new Json(open + "[]" + close)).hasMessageContaining("nested");
    }

    @Test
    void saysWhereItIsWrong() {
        assertThatThrownBy(() -> new Json("[1,\n x]")).hasMessageContaining("offset 5");
    }

    @Test
    void writesEveryStringThatItCanHold() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 97) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String written = Json.string(Character.toString(c)).text();
                assertThat(written).as("U+%04X", c).startsWith("\"").endsWith("\"");
            }
        }
        assertThat(Json.string("\"\\\n\u0001/ä").text()).isEqualTo("\"\\\"\\\\\\u000a\\u0001/ä\"");
        assertThatThrownBy(() -> Json.string("\u0000")).isInstanceOf(TenancyException.class);
        assertThatThrownBy(() -> Json.string("\uD800")).isInstanceOf(TenancyException.class);
    }

    @Test
    void writesObjectsInOrder() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("b\"", Json.number(1));
        members.put("a", Json.number(null));
        assertThat(Json.object(members).text()).isEqualTo("{\"b\\\"\":1,\"a\":null}");
        assertThat(Json.object(Map.of())).isEqualTo(Json.EMPTY_OBJECT);
        assertThatThrownBy(() -> Json.number(Double.NaN)).isInstanceOf(TenancyException.class);
    }

    @Test
    void isMeasuredInBytesOfUtf8() {
        Json wide = Json.string("ä\uD83D\uDE00");
        assertThat(wide.atMost(8, "it")).isSameAs(wide);
        assertThatThrownBy(() -> wide.atMost(7, "it")).hasMessageContaining("it must be at most 7 bytes");
    }

    @Test
    void knowsAnObject() {
        assertThat(new Json(" \n{}").isObject()).isTrue();
        assertThat(new Json("[{}]").isObject()).isFalse();
        assertThat(new Json("\"{}\"").isObject()).isFalse();
    }
}
