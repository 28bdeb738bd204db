package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.TokenKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code /.well-known/jwks.json}: the keys that verify tenant tokens (RFC 7517). */
final class KeysResource {
    /** The next key is announced before its use by more than this, so a copy this old still serves. */
    private static final String CACHED = "public, max-age=300";

    private final TokenKeys keys;

    KeysResource(TokenKeys keys) {
        this.keys = keys;
    }

    void register(Routes routes) {
        routes.get(
                "/.well-known/jwks.json",
                Access.ANYBODY,
                call -> keys.jwks()
                        .map(set -> new Answer(
                                200,
                                Answer.JSON,
                                set.getBytes(StandardCharsets.UTF_8),
                                Map.of(Answer.CACHE_CONTROL, CACHED)))
                        .orElseThrow(KeysResource::secret));
    }

    private static Refusal secret() {
        String detail = "Tokens are signed with a shared secret; there is no key to publish.";
        return new Refusal(new Problem(404, "no_public_keys", detail, List.of(), Map.of()));
    }
}
