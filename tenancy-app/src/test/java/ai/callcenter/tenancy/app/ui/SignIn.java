package ai.callcenter.tenancy.app.ui;

/** The page that signs people in. */
final class SignIn {
    private SignIn() {}

    /** With a token that the user has. */
    static void paste(Tab tab, String token) {
        tab.click("DisclosureTriangle", "Paste a token instead");
        tab.fill("Identity token", token);
        tab.press("Sign in");
    }
}
