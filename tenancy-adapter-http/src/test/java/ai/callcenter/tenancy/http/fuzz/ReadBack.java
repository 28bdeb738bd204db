package ai.callcenter.tenancy.http.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** After a change was answered with success: it is there to be read, as it was answered and as it was sent. */
final class ReadBack {
    private final World world;

    /** Sends one request of an operator. */
    interface Reader {
        Wire.Response get(String path) throws IOException;
    }

    private final Reader reader;

    ReadBack(World world, Reader reader) {
        this.world = world;
        this.reader = reader;
    }

    List<String> against(Shot shot, Wire.Response response) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!shot.operation().isApi() || !shot.operation().takesBody() || shot.body().length == 0) {
            if (shot.method().equals("DELETE") && response.status() == 204) {
                gone(shot, faults);
            }
            return faults;
        }
        if (!shot.method().equals(shot.operation().method()) || response.body().length == 0) {
            return faults;
        }
        JsonNode answer = Oracle.JSON.readTree(response.body());
        JsonNode sent = Oracle.JSON.readTree(shot.body());
        String path = path(shot, answer);
        if (path.isEmpty()) {
            return faults;
        }
        sent(sent, answer, faults);
        Wire.Response read = reader.get(path);
        if (read.status() != 200) {
            faults.add("what was answered cannot be read at " + path + ": " + read.text());
            return faults;
        }
        JsonNode there = Oracle.JSON.readTree(read.body());
        for (var field : there.properties()) {
            // An operator's own standing is none of the tenant's.
            if (!field.getValue().equals(answer.path(field.getKey()))) {
                faults.add(field.getKey() + " reads " + field.getValue() + " and was answered "
                        + answer.path(field.getKey()));
            }
        }
        return faults;
    }

    private static void sent(JsonNode sent, JsonNode answer, List<String> faults) {
        for (String name :
                new String[] {"name", "description", "max_users", "status", "role", "value", "domain", "email"}) {
            if (!sent.has(name)) {
                continue;
            }
            JsonNode wanted = sent.get(name);
            JsonNode got = answer.path(name);
            boolean same = switch (name) {
                case "name", "description" -> wanted.asText().strip().equals(got.asText()) || wanted.equals(got);
                case "domain", "email" -> wanted.asText().equalsIgnoreCase(got.asText()) || wanted.equals(got);
                case "max_users" -> wanted.asInt() == got.asInt();
                default -> wanted.equals(got);
            };
            if (!same) {
                faults.add(name + " was sent as " + wanted + " and answered as " + got);
            }
        }
    }

    private String path(Shot shot, JsonNode answer) {
        String tenants = "/api/v1/tenants/";
        return switch (shot.operation().path()) {
            case "/api/v1/tenants", "/api/v1/tenants/{id}", "/api/v1/tenant" ->
                tenants + answer.path("id").asText();
            case "/api/v1/tenants/{id}/members", "/api/v1/tenants/{id}/members/{email}" ->
                tenants + answer.path("tenant_id").asText() + "/members/"
                        + Targets.encoded(answer.path("email").asText());
            case "/api/v1/tenants/{id}/configs/{key}" ->
                // The answer does not say whose it is.
                shot.target().contains(world.tenant())
                        ? tenants + world.tenant() + "/configs/"
                                + answer.path("key").asText()
                        : "";
            default -> "";
        };
    }

    private void gone(Shot shot, List<String> faults) throws IOException {
        String path = shot.operation().path();
        if (path.endsWith("{email}") || path.endsWith("{key}")) {
            int query = shot.target().indexOf('?');
            Wire.Response read =
                    reader.get(query < 0 ? shot.target() : shot.target().substring(0, query));
            if (read.status() != 404) {
                faults.add("what was deleted is still there: " + read.text());
            }
        }
    }
}
