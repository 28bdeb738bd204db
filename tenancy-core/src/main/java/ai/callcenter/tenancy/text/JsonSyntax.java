package ai.callcenter.tenancy.text;

import ai.callcenter.tenancy.error.TenancyException;

/** The grammar of RFC 8259 as a recogniser: it builds nothing, it only refuses. */
final class JsonSyntax {
    private final String text;
    private int at;
    private int deepest;

    JsonSyntax(String text) {
        this.text = text;
    }

    /** Refuses what is not JSON; tells how deep the arrays and objects are nested in each other. */
    int check() {
        value(0);
        space();
        require(at == text.length());
        return deepest;
    }

    private void value(int depth) {
        space();
        switch (peek()) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private int deeper(int depth) {
        if (depth == Json.MAX_DEPTH) {
            throw TenancyException.invalid("JSON must be nested at most " + Json.MAX_DEPTH + " deep");
        }
        deepest = Math.max(deepest, depth + 1);
        return depth + 1;
    }

    private void object(int depth) {
        at++;
        space();
        if (skip('}')) {
            return;
        }
        do {
            space();
            require(peek() == '"');
            string();
            space();
            require(skip(':'));
            value(depth);
            space();
        } while (skip(','));
        require(skip('}'));
    }

    private void array(int depth) {
        at++;
        space();
        if (skip(']')) {
            return;
        }
        do {
            value(depth);
            space();
        } while (skip(','));
        require(skip(']'));
    }

    private void string() {
        at++;
        while (!skip('"')) {
            char c = peek();
            require(c >= 0x20);
            at++;
            if (c == '\\') {
                escape();
            } else if (Character.isHighSurrogate(c)) {
                require(Character.isLowSurrogate(peek()));
                at++;
            } else {
                require(!Character.isLowSurrogate(c));
            }
        }
    }

    private void escape() {
        char c = peek();
        at++;
        if (c != 'u') {
            require("\"\\/bfnrt".indexOf(c) >= 0);
            return;
        }
        char unit = hex();
        require(unit != 0 && !Character.isLowSurrogate(unit));
        if (Character.isHighSurrogate(unit)) {
            require(skip('\\') && skip('u') && Character.isLowSurrogate(hex()));
        }
    }

    private char hex() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            require(digit >= 0);
            unit = unit * 16 + digit;
            at++;
        }
        return (char) unit;
    }

    private void number() {
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
    }

    private void digits() {
        require(isDigit(peek()));
        while (isDigit(peek())) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void word(String word) {
        require(text.startsWith(word, at));
        at += word.length();
    }

    private void space() {
        while (" \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        if (peek() != c || at >= text.length()) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character; NUL, which no rule accepts, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void require(boolean met) {
        if (!met) {
            throw TenancyException.invalid("not well-formed JSON at offset " + at);
        }
    }
}
