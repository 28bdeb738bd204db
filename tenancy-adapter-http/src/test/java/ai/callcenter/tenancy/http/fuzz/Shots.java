package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Makes requests of every operation of the document: right in most places, hostile in one or two. */
final class Shots {
    private static final List<String> CALLERS = List.of(
            "admin",
            "admin",
            "admin",
            "admin",
            "admin",
            "admin",
            "admin",
            "operator",
            "operator",
            "member",
            "viewer",
            "identity",
            "other",
            "none",
            "broken");

    private static final List<String> TYPES = List.of(
            "application/json; charset=utf-8",
            "application/json;charset=UTF-16",
            "application/json; charset=nope",
            "application/json; charset=\"",
            "application/json;",
            "Application/JSON",
            "application/merge-patch+json",
            "application/json, text/plain",
            "application/problem+json",
            "text/plain",
            "text/json",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "*/*",
            "json",
            "/",
            "",
            "\u00e9");

    private static final List<String> HEADERS = List.of(
            "X-Request-Id: a b",
            "X-Request-Id: \u00e9\u00ff",
            "X-Request-Id: " + "x".repeat(65),
            "X-Request-Id: ../../x",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=evil.example",
            "Origin: null",
            "Origin: https://evil.example",
            "Origin: https://app.example",
            "Accept: text/html",
            "Accept: \u00e9/*;q=x",
            "Accept-Encoding: gzip;q=1e400",
            "Accept-Language: " + "a,".repeat(500) + "b",
            "Content-Encoding: gzip",
            "If-Match: \"",
            "If-Match: W/\"a\",,\"b\"",
            "If-None-Match: *, \"a\"",
            "If-Modified-Since: yesterday",
            "If-Unmodified-Since: Tue, 01 Jan 1980 00:00:00 GMT",
            "Range: bytes=0-1,5-",
            "Expect: 200-ok",
            "Upgrade: h2c",
            "Connection: Upgrade, HTTP2-Settings",
            "TE: trailers",
            "Max-Forwards: 0",
            "Cookie: a=b; token=\"c",
            "Via: 1.1 a",
            "Date: x",
            "Content-MD5: x",
            "Content-Range: bytes 0-1/2",
            "Host: evil.example",
            "Access-Control-Request-Method: DELETE");

    private final Spec spec = new Spec();
    private final Valid valid = new Valid();
    private final Bodies bodies = new Bodies(spec, valid);
    private final List<Spec.Operation> operations = new ArrayList<>();

    Shots() {
        for (Spec.Operation operation : spec.operations()) {
            int weight = operation.isApi() ? operation.takesBody() ? 24 : 12 : 1;
            for (int i = 0; i < weight; i++) {
                operations.add(operation);
            }
        }
    }

    Spec spec() {
        return spec;
    }

    Valid valid() {
        return valid;
    }

    Shot shot(Dice dice, int number, World world) {
        Spec.Operation operation = dice.of(operations);
        String caller = dice.of(CALLERS);
        List<String> fields = new ArrayList<>();
        fields.add("Host: localhost");
        authorization(dice, world, caller, fields);
        String target = target(dice, world, operation, fields);
        byte[] body = new byte[0];
        if (operation.takesBody() ? dice.percent(97) : dice.percent(6)) {
            JsonNode schema = operation.takesBody()
                    ? operation.body()
                    : dice.of(operations).body();
            body = bodies.body(dice, world, schema);
            String type = dice.percent(8) ? dice.of(TYPES) : "application/json";
            fields.add("Content-Type: " + type);
        }
        if (dice.percent(10)) {
            fields.add(dice.of(HEADERS));
        }
        if (body.length > 0 || dice.percent(3)) {
            fields.add("Content-Length: " + body.length);
        }
        String method = dice.percent(3) ? Targets.method(dice) : operation.method();
        String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
        return new Shot(number, operation, caller, method, target, head, body);
    }

    private void authorization(Dice dice, World world, String caller, List<String> fields) {
        switch (caller) {
            case "none" -> {}
            case "broken" ->
                fields.add("Authorization: "
                        + dice.of(
                                "Bearer",
                                "Bearer ",
                                "Bearer x",
                                "Bearer " + Targets.latin(Texts.any(dice)).replaceAll("[\\x00-\\x1f]", ""),
                                "Basic QTpC",
                                "Bearer " + world.token("admin").substring(1),
                                "Bearer " + world.token("admin") + "A",
                                "Bearer " + world.token("admin") + "\r\nAuthorization: Bearer "
                                        + world.token("operator")));
            default -> fields.add("Authorization: Bearer " + world.token(caller));
        }
    }

    private String target(Dice dice, World world, Spec.Operation operation, List<String> fields) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        int faults = dice.of(0, 0, 10, 40);
        for (Spec.Parameter parameter : operation.parameters()) {
            JsonNode schema = spec.resolved(parameter.schema());
            String value = dice.percent(faults) ? Texts.any(dice) : valid.text(dice, world, parameter, schema);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", Targets.segment(dice, value, faults));
                case "query" -> {
                    if (dice.percent(40)) {
                        query.add(parameter.name() + "=" + Targets.encoded(value));
                    }
                }
                default -> {
                    if (dice.percent(15)) {
                        fields.add(
                                parameter.name() + ": " + Targets.latin(value).replaceAll("[\\x00-\\x1f\\x7f]", ""));
                    }
                }
            }
        }
        if (dice.percent(faults / 4)) {
            query.add(dice.of(
                    "a=b", "limit=1&limit=2", "%", "%zz=1", "=", "&&", "q=%ff", "q=%c0%af", "scope=", "\u00e9"));
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return dice.percent(faults / 4) ? Targets.twisted(dice, target) : target;
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
