package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Configuration of a tenant. */
interface ConfigTopic extends ApiTopic {
    @Test
    default void aKeyIsSetReadAndDeleted() {
        Api.Room room = api().room();
        String path = room.path + "/configs/ivr.greeting";
        Reply made = api().put(room.admin, path, "{\"value\":\"Hello\"}").ok(201);
        assertThat(made.header("location")).isEqualTo(path);
        assertThat(made.body()).startsWith("{\"key\":\"ivr.greeting\",\"value\":\"Hello\",\"updated_at\":\"2");
        Reply read = api().get(room.admin, path).ok(200);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.etag()).isEqualTo(made.etag());
        Reply set = api().put(room.admin, path, "{\"value\":2}").ok(200);
        assertThat(set.header("location")).isNull();
        assertThat(api().get(room.admin, path).body()).isEqualTo(set.body());
        api().delete(room.admin, path).ok(204);
        api().get(room.admin, path).problem(404, "config_not_found");
        api().delete(room.admin, path).problem(404, "config_not_found");
    }

    @Test
    default void aValueIsAnyJsonAndComesBackAsItWasWritten() {
        Api.Room room = api().room();
        String path = room.path + "/configs/v";
        for (String value : List.of(
                "null",
                "true",
                "0",
                "-0",
                "1.10",
                "1E+400",
                "123456789012345678901234567890.123456789",
                "\"\"",
                "\"é \\\"\\\\ \\n ☎ 😀\"",
                "[]",
                "{}",
                "{\"z\":1,\"a\":{\"z\":[1,null,{\"b\":2.0}]}}")) {
            api().put(room.admin, path, "{ \"value\" :\n " + value + " }");
            assertThat(api().get(room.admin, path).ok(200).json().get("value"))
                    .as(value)
                    .isEqualTo(new Reply("", 0, java.util.Map.of(), "{\"v\":" + value + "}")
                            .json()
                            .get("v"));
            if (!value.startsWith("\"")) {
                assertThat(api().get(room.admin, path).body()).contains("\"value\":" + value + ",");
            }
        }
    }

    @Test
    default void aValueIsGivenAndHasItsLimit() {
        Api.Room room = api().room();
        String path = room.path + "/configs/v";
        api().put(room.admin, path, "{}").invalid("/value");
        api().put(room.admin, path, "{\"value\":1,\"key\":\"v\"}").invalid("/key");
        String fits = "\"" + "x".repeat(16 * 1024 - 2) + "\"";
        api().put(room.admin, path, "{\"value\":" + fits + "}").ok(201);
        api().put(room.admin, path, "{\"value\":" + fits.replaceFirst("x", "xx") + "}")
                .invalid("/value");
        String deep = "[".repeat(60) + "]".repeat(60);
        api().put(room.admin, path, "{\"value\":" + deep + "}").ok(200);
        api().put(room.admin, path, "{\"value\":" + "[".repeat(66) + "]".repeat(66) + "}")
                .invalid("/value");
        api().put(room.admin, path, "{\"value\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                .invalid("");
    }

    @Test
    default void aKeyHasItsForm() {
        Api.Room room = api().room();
        for (String bad : List.of("A", "-a", ".a", "a%20b", "a%2Fb", "a".repeat(129), "%C3%A4")) {
            String path = room.path + "/configs/" + bad;
            api().get(room.admin, path).invalid("key");
            api().put(room.admin, path, "{\"value\":1}").invalid("key");
            api().delete(room.admin, path).invalid("key");
        }
        api().put(room.admin, room.path + "/configs/" + "a".repeat(128), "{\"value\":1}")
                .ok(201);
        api().put(room.admin, room.path + "/configs/0.a_b-c", "{\"value\":1}").ok(201);
    }

    @Test
    default void keysAreListedInOrder() {
        Api.Room room = api().room();
        for (String key : List.of("b", "a.b", "a", "a-b", "0")) {
            api().put(room.admin, room.path + "/configs/" + key, "{\"value\":\"" + key + "\"}")
                    .ok(201);
        }
        Reply list = api().get(room.admin, room.path + "/configs");
        assertThat(list.items("key")).containsExactly("0", "a", "a-b", "a.b", "b");
        assertThat(list.items("value")).containsExactly("0", "a", "a-b", "a.b", "b");
        assertThat(api().get(api().room().admin, room.path + "/configs").status())
                .isEqualTo(403);
        Api.Room other = api().room();
        assertThat(api().get(other.admin, other.path + "/configs").items("key")).isEmpty();
    }
}
