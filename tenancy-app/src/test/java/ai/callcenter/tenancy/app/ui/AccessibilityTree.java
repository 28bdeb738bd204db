package ai.callcenter.tenancy.app.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;

/** What the browser tells those who do not see the page. */
final class AccessibilityTree {
    private final Tab tab;

    AccessibilityTree(Tab tab) {
        this.tab = tab;
    }

    /** The elements with a role and a name, or the beginning of one. */
    List<WebElement> find(String role, String name) {
        return nodes(role).stream()
                .filter(node -> matches(name(node), name))
                .map(node -> element(node.get("backendDOMNodeId")))
                .toList();
    }

    /** The names of all with a role. */
    List<String> names(String role) {
        return nodes(role).stream().map(AccessibilityTree::name).toList();
    }

    private static boolean matches(String name, String wanted) {
        return wanted.endsWith("…") ? name.startsWith(wanted.substring(0, wanted.length() - 1)) : name.equals(wanted);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> nodes(String role) {
        Map<String, Object> document = (Map<String, Object>) Objects.requireNonNull(
                tab.cdp("DOM.getDocument", Map.of("depth", 0)).get("root"));
        Map<String, Object> query = Map.of("nodeId", Objects.requireNonNull(document.get("nodeId")), "role", role);
        List<Map<String, Object>> nodes = (List<Map<String, Object>>) Objects.requireNonNull(
                tab.cdp("Accessibility.queryAXTree", query).get("nodes"));
        return nodes.stream()
                .filter(node -> Boolean.FALSE.equals(node.get("ignored")))
                .toList();
    }

    private static String name(Map<String, Object> node) {
        return node.get("name") instanceof Map<?, ?> name ? String.valueOf(name.get("value")) : "";
    }

    /** Selenium's own of one of the browser's: handed over in a variable of the page. */
    @SuppressWarnings("unchecked")
    private WebElement element(@Nullable Object id) {
        Map<String, Object> object = (Map<String, Object>)
                Objects.requireNonNull(tab.cdp("DOM.resolveNode", Map.of("backendNodeId", Objects.requireNonNull(id)))
                        .get("object"));
        String keep = "function () { window.__found = this; }";
        Object objectId = Objects.requireNonNull(object.get("objectId"));
        tab.cdp("Runtime.callFunctionOn", Map.of("objectId", objectId, "functionDeclaration", keep));
        return (WebElement) Objects.requireNonNull(tab.run("return window.__found;"));
    }
}
