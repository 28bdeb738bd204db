package ai.callcenter.tenancy.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies of calls that take none. */
interface NoBodyTopic extends ApiTopic {
    @Test
    default void whereNoBodyIsTakenNoneIsIgnored() {
        Api.Room room = api().room();
        api().put(room.admin, room.path + "/configs/k", "{\"value\":1}").ok(201);
        for (List<String> call : List.of(
                List.of("GET", "/health/live"),
                List.of("GET", room.path),
                List.of("GET", room.path + "/members"),
                List.of("POST", "/api/v1/me/sign-out"),
                List.of("DELETE", room.path + "/configs/k"))) {
            for (String nothing : List.of("{\"x\":1}", "[]", "null", "{}{}", "{", "x", "\ufeff{}", " ")) {
                send(room, call, "application/json", nothing).invalid("");
            }
            send(room, call, "text/plain", "{}").problem(415, "unsupported_media_type");
            send(room, call, "application/json; charset=utf-16", "{}").problem(415, "unsupported_media_type");
            byte[] tooLong = " ".repeat(64 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
            TestRequest chunked = api().request(call.getFirst(), call.getLast()).token(room.admin);
            chunked.chunked(tooLong).send().problem(413, "body_too_large");
        }
        List<String> enter = List.of("POST", room.path + "/switch");
        for (String nothing : List.of("", "{}", " {\r\n\t} \n", "{}" + " ".repeat(64 * 1024 - 2))) {
            send(room, enter, "application/json", nothing).ok(200);
        }
        send(room, enter, "text/plain", "").ok(200);
        TestRequest chunked = api().request("POST", room.path + "/switch").token(room.admin);
        chunked.chunked(new byte[0]).send().ok(200);
        send(room, List.of("DELETE", room.path + "/configs/k"), "application/json", "{}")
                .ok(204);
    }

    private Reply send(Api.Room room, List<String> call, String type, String text) {
        return api().request(call.getFirst(), call.getLast())
                .token(room.admin)
                .body(type, text)
                .send();
    }
}
