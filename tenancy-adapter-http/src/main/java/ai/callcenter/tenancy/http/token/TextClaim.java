package ai.callcenter.tenancy.http.token;

/** The claims that are text for people or other systems, and what may be in them. */
enum TextClaim {
    ISS("iss", 255),
    SUB("sub", 255),
    EMAIL("email", 254),
    NAME("name", 255),
    ROLE("role", 64);

    private final String claim;
    private final int maxLength;

    TextClaim(String claim, int maxLength) {
        this.claim = claim;
        this.maxLength = maxLength;
    }

    String claim() {
        return claim;
    }

    /**
     * True for 1 to {@link #maxLength} UTF-16 units without control characters. A surrogate alone is refused too: JSON
     * can write one, UTF-8 cannot, so no store could keep it.
     */
    boolean allows(String text) {
        return !text.isEmpty()
                && text.length() <= maxLength
                && text.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    void require(String text) {
        if (!allows(text)) {
            throw new IllegalArgumentException(
                    claim + " must be 1 to " + maxLength + " characters, without control characters");
        }
    }
}
