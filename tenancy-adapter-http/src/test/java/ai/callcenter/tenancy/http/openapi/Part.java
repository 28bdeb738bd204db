package ai.callcenter.tenancy.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the document; references are followed.
 *
 * @param pointer where it is, as a JSON Pointer
 */
public record Part(Document document, String pointer, JsonNode json) {
    /** The member of this name, which must be there. */
    public Part get(String name) {
        JsonNode member = json.get(name);
        if (member == null) {
            throw new AssertionError("the document has no " + name + " at " + pointer);
        }
        return document.follow(new Part(document, child(name), member));
    }

    public boolean has(String name) {
        return json.has(name);
    }

    /** The text of the member of this name. */
    public String text(String name) {
        return get(name).json.asText();
    }

    /** The members, in their order; none of what is absent. */
    public Map<String, Part> members(String name) {
        Map<String, Part> members = new LinkedHashMap<>();
        if (has(name)) {
            Part all = get(name);
            all.json.fieldNames().forEachRemaining(one -> members.put(one, all.get(one)));
        }
        return members;
    }

    /** The elements of an array; none of what is absent. */
    public List<Part> elements(String name) {
        List<Part> elements = new ArrayList<>();
        if (has(name)) {
            Part all = get(name);
            for (int i = 0; i < all.json.size(); i++) {
                elements.add(document.follow(new Part(document, all.child(Integer.toString(i)), all.json.get(i))));
            }
        }
        return elements;
    }

    /** What this schema has against a value. */
    public List<String> against(JsonNode value) {
        return document.schemas().against(pointer, value);
    }

    /** The examples of a media type, a header or a parameter, by name. */
    public Map<String, JsonNode> examples() {
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        if (has("example")) {
            examples.put("example", json.get("example"));
        }
        members("examples").forEach((name, example) -> examples.put(name, example.json.get("value")));
        return examples;
    }

    private String child(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
