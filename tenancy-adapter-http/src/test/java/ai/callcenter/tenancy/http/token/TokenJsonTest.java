package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON in a token: every one here is signed well, so only what two readers could differ on refuses it. */
class TokenJsonTest extends TokenFixture {
    private static final byte[] KEY = Forge.SECRET.getBytes(UTF_8);

    @Test
    void aNameTwice() {
        String claims = json(identityClaims());
        for (String twice : new String[] {
            "{\"sub\":\"root\"," + claims.substring(1),
            claims.replace("}", ",\"sub\":\"root\"}"),
            claims.replace("}", ",\"s\\u0075b\":\"root\"}"),
            claims.replace("}", ",\"x\":{\"y\":1,\"y\":1}}")
        }) {
            refused(Forge.hs256(HS, twice), Reason.MALFORMED);
        }
        refused(Forge.hs256("{\"alg\":\"none\",\"alg\":\"HS256\"}", json(identityClaims())), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "1",
                "{",
                "{]",
                "{'sub':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":+1}",
                "{/**/\"a\":1}",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{\"a\":1}\u0000",
                "\ufeff{\"a\":1}",
                "{\"a\":[",
                "{\"a\":[[[[[[[[1]]]]]]]]}",
                "{\"a\":\"\t\"}"
            })
    void notOneJsonObject(String json) {
        refused(Forge.hs256(HS, json), Reason.MALFORMED);
        refused(Forge.hs256(json, json(identityClaims())), Reason.MALFORMED);
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] header = HS.getBytes(UTF_8);
        String named = json(identityClaims(), "name", "\"\u00e9\"");
        acceptIdentity(Forge.hs256(KEY, header, named.getBytes(UTF_8)));
        refused(Forge.hs256(KEY, header, named.getBytes(ISO_8859_1)), Reason.MALFORMED);
        refused(Forge.hs256(KEY, header, named.getBytes(UTF_16BE)), Reason.MALFORMED);
        // Overlong forms and a surrogate in UTF-8 (CESU-8).
        for (String bytes : new String[] {"\u00c0\u0080", "\u00c1\u0081", "\u00ed\u00a0\u0080", "\u00ff"}) {
            String bad = json(identityClaims(), "name", '"' + bytes + '"');
            refused(Forge.hs256(KEY, header, bad.getBytes(ISO_8859_1)), Reason.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"typ\":\"JWT\"}",
                "{\"alg\":null}",
                "{\"alg\":1}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"HS256\",\"typ\":1}",
                "{\"alg\":\"HS256\",\"typ\":null}",
                "{\"alg\":\"HS256\",\"kid\":1}",
                "{\"alg\":\"HS256\",\"kid\":null}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"HS256\",\"b64\":false}",
                "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
                "{\"alg\":\"HS256\",\"jku\":\"https://evil.example\"}",
                "{\"alg\":\"HS256\",\"jwk\":{}}",
                "{\"alg\":\"HS256\",\"x5u\":\"https://evil.example\"}",
                "{\"alg\":\"HS256\",\"x5c\":[]}",
                "{\"alg\":\"HS256\",\"cty\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"ALG\":\"none\"}"
            })
    void headerHasAlgTypAndKidAlone(String header) {
        refused(Forge.hs256(header, json(identityClaims())), Reason.HEADER);
    }
}
