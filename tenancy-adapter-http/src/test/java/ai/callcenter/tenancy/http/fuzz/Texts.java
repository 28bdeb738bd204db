package ai.callcenter.tenancy.http.fuzz;

import java.util.List;

/** Texts that have broken programs before. None of them has what {@link Oracle} takes for a leak. */
final class Texts {
    /** As they are in memory; a lone surrogate can be written in JSON alone. */
    static final List<String> ALL = List.of(
            "",
            " ",
            "\t\n",
            "\u00a0\u3000",
            "null",
            "undefined",
            "NaN",
            "-0",
            "1e400",
            "true",
            "[]",
            // Letters that change when their case does, or that one form of Unicode takes for another.
            "\u0131",
            "\u0130stanbul",
            "\u212aelvin@acme.example",
            "a@\u212a.example",
            "a@fa\u00df.example",
            "\u017f\u0131",
            "\ufb01n",
            "\u1e9e",
            "caf\u00e9",
            "cafe\u0301",
            "\u1100\u1161\u11a8",
            "\uff41\uff44\uff4d\uff49\uff4e",
            "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
            // What is not seen, or turns the line around.
            "ad\u200bmin",
            "\u200d\u200c\u2060",
            "\u202eecapsnimda",
            "\u2066a\u2069",
            "\ufeffa",
            "a\u00adb",
            "\u2028",
            "\u2029x",
            "\ufffd",
            "\uffff",
            "\ud83c\udfa7",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\udbff\udfff",
            "\ud800",
            "a\udc00b",
            "\udfa7\ud83c",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f",
            "\u007f\u0085\u009f",
            "\u001b[31m",
            "a\r\nX-Injected: 1",
            // What a language, a shell, a template or a path would understand.
            "'",
            "''; --",
            "' OR '1'='1",
            "1; DROP TABLE tenants; --",
            "%' UNION SELECT NULL --",
            "$$;$$",
            "\\",
            "\\'",
            "E'\\\\x00'",
            "%",
            "_",
            "%%__\\%",
            "*",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "<%= 7*7 %>",
            "${jndi:ldap://127.0.0.1/a}",
            "$(id)",
            "`id`",
            "|id;",
            "<script>alert(1)</script>",
            "\"><img src=x>",
            "]]>",
            "<!--",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "/dev/null",
            "file:///etc/passwd",
            "__proto__",
            "constructor",
            "%s%n%x",
            "{0}{}",
            "=1+1",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-4000-8000-00000000000A",
            "0-0-0-0-0",
            "a@b",
            "@acme.example",
            "a@@acme.example",
            "\"a b\"@acme.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a..b@acme.example",
            "a@acme.example.",
            "a@-acme.example",
            "xn--",
            "xn--a.example",
            "2026-02-30T25:61:61Z",
            "eyJhbGciOiJub25lIn0.e30.");

    private Texts() {}

    /** One of them, or one of another length. */
    static String any(Dice dice) {
        return switch (dice.below(10)) {
            case 0 ->
                dice.of("a", "\u00e9", "\ud83c\udfa7", "'", "%", " ")
                        .repeat(dice.of(
                                63, 64, 65, 127, 128, 129, 199, 200, 201, 253, 254, 255, 256, 2000, 2001, 9000));
            case 1 -> dice.of(ALL) + dice.of(ALL);
            case 2 ->
                "a".repeat(dice.below(70)) + dice.of("@", ".", "-", "_") + "a".repeat(dice.below(70)) + ".example";
            default -> dice.of(ALL);
        };
    }
}
