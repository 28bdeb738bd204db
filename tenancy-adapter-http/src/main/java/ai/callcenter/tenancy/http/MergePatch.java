package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch (RFC 7396 section 2) on JSON texts, so that what a patch does not name stays as it was written. */
final class MergePatch {
    private MergePatch() {}

    /** The target with an object's members merged into it. */
    static Json merge(Json target, JsonMember patch) {
        return merged(target.isObject() ? JsonObject.parse(target.text()) : Map.of(), patch);
    }

    private static Json merged(Map<String, JsonMember> target, JsonMember patch) {
        Map<String, Json> members = new LinkedHashMap<>();
        target.forEach((name, value) -> members.put(name, new Json(value.json())));
        JsonObject.parse(patch.text()).forEach((name, value) -> {
            if (value.isNull()) {
                members.remove(name);
            } else if (value.isObject()) {
                JsonMember present = target.get(name);
                Map<String, JsonMember> into =
                        present != null && present.isObject() ? JsonObject.parse(present.text()) : Map.of();
                members.put(name, merged(into, value));
            } else {
                members.put(name, new Json(value.json()));
            }
        });
        return Json.object(members);
    }
}
