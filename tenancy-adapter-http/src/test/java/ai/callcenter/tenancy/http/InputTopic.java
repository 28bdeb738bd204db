package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken as a body, and what is not. */
interface InputTopic extends ApiTopic {
    @Test
    default void whatIsNotOneJsonObjectIsRefused() {
        Api.Room room = api().room();
        for (String bad : List.of(
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "x",
                "{\"name\":}",
                "{\"name\":\"x\",}",
                "{'name':\"x\"}",
                "{name:\"x\"}",
                "{\"name\":\"x\"} x",
                "{\"name\":\"x\"}{}",
                "{\"name\":\"x\"}]",
                "/**/{\"name\":\"x\"}",
                "{\"name\":\"x\" \"domain\":null}",
                "{\"max_users\":01}",
                "{\"max_users\":NaN}",
                "{\"max_users\":+1}",
                "{\"name\":\"a\nb\"}",
                "{\"name\":\"\\x\"}",
                "{\"name\":\"x",
                "\ufeff{\"name\":\"x\"}",
                " ")) {
            api().patch(room.admin, room.path, bad).invalid("");
        }
        api().patch(room.admin, room.path, " \r\n\t{ \"name\" : \"x\" } \n").ok(200);
    }

    @Test
    default void aNameComesOnce() {
        Api.Room room = api().room();
        api().patch(room.admin, room.path, "{\"name\":\"a\",\"name\":\"b\"}").invalid("/name");
        api().patch(room.admin, room.path, "{\"name\":\"a\",\"n\\u0061me\":\"b\"}")
                .invalid("/name");
        api().patch(room.admin, room.path, "{\"metadata\":{\"a\":[{\"b\":1,\"b\":1}]}}")
                .invalid("/metadata/a/0/b");
        api().patch(room.admin, room.path, "{\"metadata\":{\"a\":{\"x\":1},\"b\":{\"x\":1}}}")
                .ok(200);
    }

    @Test
    default void textIsTextThatCanBeKept() {
        Api.Room room = api().room();
        api().patch(room.admin, room.path, "{\"name\":\"a\\u0000b\"}").invalid("/name");
        api().patch(room.admin, room.path, "{\"metadata\":{\"a\":[\"\\u0000\"]}}")
                .invalid("/metadata/a/0");
        api().patch(room.admin, room.path, "{\"metadata\":{\"a\\u0000\":1}}").invalid("/metadata");
        api().patch(room.admin, room.path, "{\"\\u0000\":1}").invalid("");
        api().patch(room.admin, room.path, "{\"name\":\"\\ud83d\"}").invalid("/name");
        api().patch(room.admin, room.path, "{\"metadata\":{\"a\":\"\\ude00\\ud83d\"}}")
                .invalid("/metadata/a");
        Reply reply = api().patch(room.admin, room.path, "{\"name\":\"\\ud83d\\ude00 😀\"}")
                .ok(200);
        assertThat(reply.text("name")).isEqualTo("😀 😀");
    }

    @Test
    default void bytesAreUtf8() {
        Api.Room room = api().room();
        String json = "{\"name\":\"é\"}";
        for (byte[] bad : List.of(
                json.getBytes(StandardCharsets.ISO_8859_1),
                json.getBytes(StandardCharsets.UTF_16),
                json.getBytes(StandardCharsets.UTF_16LE),
                "{\"name\":\"\u00c0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1),
                "{\"name\":\"\u00ed\u00a0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1))) {
            api().request("PATCH", room.path)
                    .token(room.admin)
                    .body("application/json", bad)
                    .send()
                    .invalid("");
        }
        assertThat(api().patch(room.admin, room.path, json).ok(200).text("name"))
                .isEqualTo("é");
    }

    @Test
    default void aBodyIsDeclaredAsJson() {
        Api.Room room = api().room();
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonx",
                "application/problem+json",
                "application/json;charset=iso-8859-1",
                "application/json;charset=nope",
                "application/json;charset=",
                "application/json;charset=utf-8;charset=$",
                "application/json; charset=\"utf-16\"",
                "json",
                "*/*")) {
            send(room, "PATCH", type, "{\"name\":\"x\"}").problem(415, "unsupported_media_type");
        }
        for (String type : List.of(
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; x=y")) {
            send(room, "PATCH", type, "{\"name\":\"x\"}").ok(200);
        }
        api().request("PUT", room.path + "/configs/k")
                .token(room.admin)
                .body("application/merge-patch+json", "{\"value\":1}")
                .send()
                .problem(415, "unsupported_media_type");
        api().request("PATCH", room.path)
                .token(room.admin)
                .header("Content-Encoding", "gzip")
                .json("{\"name\":\"x\"}")
                .send()
                .problem(415, "unsupported_media_type");
    }

    private Reply send(Api.Room room, String method, String type, String text) {
        return api().request(method, room.path)
                .token(room.admin)
                .body(type, text)
                .send();
    }

    @Test
    default void aBodyThatIsNeededIsSent() {
        Api.Room room = api().room();
        api().request("PATCH", room.path).token(room.admin).send().invalid("");
        api().patch(room.admin, room.path, "").invalid("");
        api().request("PATCH", room.path)
                .token(room.admin)
                .chunked(new byte[0])
                .send()
                .invalid("");
    }

    @Test
    default void aBodyHasAtMost64Kibibytes() {
        Api.Room room = api().room();
        String json = "{\"name\":\"x\"}";
        String fits = json + " ".repeat(64 * 1024 - json.length());
        api().patch(room.admin, room.path, fits).ok(200);
        api().patch(room.admin, room.path, fits + " ").problem(413, "body_too_large");
        byte[] bytes = fits.getBytes(StandardCharsets.UTF_8);
        api().request("PATCH", room.path)
                .token(room.admin)
                .chunked(bytes)
                .send()
                .ok(200);
        api().request("PATCH", room.path)
                .token(room.admin)
                .chunked((fits + " ").getBytes(StandardCharsets.UTF_8))
                .send()
                .problem(413, "body_too_large");
        api().patch(room.admin, room.path, "x".repeat(4 * 1024 * 1024)).problem(413, "body_too_large");
        api().post(room.admin, "/api/v1/me/sign-out", fits + " ").problem(413, "body_too_large");
        api().post(room.admin, "/api/v1/me/sign-out", fits).invalid("");
        api().request("POST", "/api/v1/me/sign-out").json(fits).send().problem(401, "missing_token");
        api().request("POST", "/nope").json(fits).send().problem(404, "not_found");
    }

    @Test
    default void manyErrorsMakeAShortAnswer() {
        Api.Room room = api().room();
        StringBuilder json = new StringBuilder("{\"x\":0");
        for (int i = 0; i < 5000; i++) {
            json.append(",\"x").append(i).append("\":0");
        }
        Reply reply = api().patch(room.admin, room.path, json + "}").problem(400, "invalid_input");
        assertThat(reply.json().get("errors")).hasSize(20);
    }
}
