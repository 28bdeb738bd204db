package ai.callcenter.tenancy.app.ui;

import org.jspecify.annotations.Nullable;

/** What the console of one tab keeps of who is signed in. */
final class KeptSession {
    private static final String READ = "const kept = JSON.parse(sessionStorage.getItem('tenancy.session/'));";
    private static final String WRITE = "sessionStorage.setItem('tenancy.session/', JSON.stringify(kept));";

    private KeptSession() {}

    static @Nullable Object token(Tab tab) {
        return tab.run(READ + "return kept?.token ?? null;");
    }

    static @Nullable Object refreshToken(Tab tab) {
        return tab.run(READ + "return kept?.refreshToken ?? null;");
    }

    /** As if the token had come to its end: it has to be renewed. */
    static void expire(Tab tab) {
        tab.run(READ + "kept.expiresAt = '2026-01-01T00:00:00Z';" + WRITE);
    }

    /** In place of all that it has. */
    static void replace(Tab tab, String token) {
        tab.run("const kept = { token: arguments[0] };" + WRITE, token);
    }
}
