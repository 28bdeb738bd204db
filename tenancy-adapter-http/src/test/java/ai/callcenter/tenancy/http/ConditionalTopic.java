package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that expect a state: entity tags (RFC 9110 section 13). */
interface ConditionalTopic extends ApiTopic {
    private Reply send(String method, String path, String token, String field, String tags, String json) {
        TestRequest request = api().request(method, path).token(token).header(field, tags);
        return (json.isEmpty() ? request : request.json(json)).send();
    }

    /** What can be edited: its path, a body that changes it, and how to change it otherwise. */
    record Editable(String path, String json, Runnable change) {}

    private List<Editable> editables(Api.Room room) {
        Api.Person bob = room.add("viewer");
        String config = room.path + "/configs/k";
        api().put(room.admin, config, "{\"value\":0}").ok(201);
        return List.of(
                new Editable(
                        room.member(bob),
                        "{\"role\":\"member\"}",
                        () -> api().patch(room.admin, room.member(bob), "{\"role\":\"admin\"}")
                                .ok(200)),
                new Editable(
                        config,
                        "{\"value\":1}",
                        () -> api().put(room.admin, config, "{\"value\":2}").ok(200)),
                new Editable(
                        room.path,
                        "{\"description\":\"x\"}",
                        () -> api().patch(room.admin, room.path, "{\"name\":\"Other\"}")
                                .ok(200)));
    }

    private static String editing(Editable editable) {
        return editable.path.contains("/configs/") ? "PUT" : "PATCH";
    }

    @Test
    default void whatChangedMeanwhileIsNotOverwritten() {
        Api.Room room = api().room();
        for (Editable editable : editables(room)) {
            String tag = api().get(room.admin, editable.path).ok(200).etag();
            editable.change.run();
            Reply now = api().get(room.admin, editable.path).ok(200);
            assertThat(now.etag()).isNotEqualTo(tag);
            send(editing(editable), editable.path, room.admin, "If-Match", tag, editable.json)
                    .problem(412, "precondition_failed");
            send("DELETE", editable.path, room.admin, "If-Match", tag, "").problem(412, "precondition_failed");
            assertThat(api().get(room.admin, editable.path).body()).isEqualTo(now.body());
            Reply edited = send(editing(editable), editable.path, room.admin, "If-Match", now.etag(), editable.json)
                    .ok(200);
            assertThat(api().get(room.admin, editable.path).etag()).isEqualTo(edited.etag());
            send("DELETE", editable.path, room.admin, "If-Match", edited.etag(), "")
                    .ok(204);
        }
    }

    @Test
    default void tagsComeInListsAndAStarIsAny() {
        Api.Room room = api().room();
        String tag = api().get(room.admin, room.path).etag();
        for (String good : List.of("*", " * ", tag, "\"x\", " + tag, tag + " ,\"a,b\"", ",, " + tag + ",")) {
            send("PATCH", room.path, room.admin, "If-Match", good, "{}").ok(200);
        }
        api().request("PATCH", room.path)
                .token(room.admin)
                .header("If-Match", "\"x\"")
                .header("If-Match", tag)
                .json("{}")
                .send()
                .ok(200);
        for (String other : List.of("\"x\"", "W/" + tag, "\"" + tag.replace("\"", "") + ",\"", "\"\"")) {
            send("PATCH", room.path, room.admin, "If-Match", other, "{}").problem(412, "precondition_failed");
        }
        for (String bad : List.of("x", tag.replace("\"", ""), tag + tag, "\"a", "*, " + tag, tag + " x", ",")) {
            send("PATCH", room.path, room.admin, "If-Match", bad, "{}").invalid("If-Match");
        }
    }

    @Test
    default void aReaderWhoHasItGetsNoBody() {
        Api.Room room = api().room();
        for (Editable editable : editables(room)) {
            String tag = api().get(room.admin, editable.path).etag();
            for (String known : List.of(tag, "W/" + tag, "*", "\"x\", " + tag)) {
                Reply reply = send("GET", editable.path, room.admin, "If-None-Match", known, "")
                        .ok(304);
                assertThat(reply.etag()).isEqualTo(tag);
            }
            send("GET", editable.path, room.admin, "If-None-Match", "\"x\"", "").ok(200);
            send("GET", editable.path, room.admin, "If-Match", "\"x\"", "").problem(412, "precondition_failed");
        }
    }

    @Test
    default void aKeyIsSetOnlyIfItIsNewOrOnlyIfItIsNot() {
        Api.Room room = api().room();
        String path = room.path + "/configs/once";
        send("PUT", path, room.admin, "If-Match", "*", "{\"value\":1}").problem(412, "precondition_failed");
        api().get(room.admin, path).problem(404, "config_not_found");
        send("PUT", path, room.admin, "If-None-Match", "*", "{\"value\":1}").ok(201);
        send("PUT", path, room.admin, "If-None-Match", "*", "{\"value\":2}").problem(412, "precondition_failed");
        assertThat(api().get(room.admin, path).text("value")).isEqualTo("1");
        send("PUT", path, room.admin, "If-Match", "*", "{\"value\":3}").ok(200);
    }

    @Test
    default void aPatchOfMetadataKeepsTheConditionToo() {
        Api.Room room = api().room();
        String tag = api().get(room.admin, room.path).etag();
        String json = "{\"metadata\":{\"a\":1}}";
        Reply first =
                send("PATCH", room.path, room.admin, "If-Match", tag, json).ok(200);
        send("PATCH", room.path, room.admin, "If-Match", tag, "{\"metadata\":{\"a\":2}}")
                .problem(412, "precondition_failed");
        assertThat(api().get(room.admin, room.path).etag()).isEqualTo(first.etag());
    }

    @Test
    default void whoMayNotIsToldSoWhateverTheTag() {
        Api.Room room = api().room();
        String viewer = room.tokenOf("viewer");
        String tag = api().get(viewer, room.path).etag();
        for (String tags : List.of(tag, "\"x\"")) {
            send("PATCH", room.path, viewer, "If-Match", tags, "{}").problem(403, "insufficient_role");
        }
    }
}
