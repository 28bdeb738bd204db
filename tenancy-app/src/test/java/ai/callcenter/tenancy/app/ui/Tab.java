package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * One page in a browser, used as people do who hear it: everything is found by its role and its name in the tree that
 * the browser itself makes for them, through all shadow roots. A name that ends with {@code …} is the beginning of one.
 */
final class Tab {
    private final Browser browser;
    private final String handle;

    Tab(Browser browser, String handle) {
        this.browser = browser;
        this.handle = handle;
    }

    /** Opens an address. */
    Tab open(String url) {
        browser.front(handle).get(url);
        return this;
    }

    /** Loads the page again. */
    void reload() {
        browser.front(handle).navigate().refresh();
    }

    String url() {
        return browser.front(handle).getCurrentUrl();
    }

    String title() {
        return browser.front(handle).getTitle();
    }

    void close() {
        browser.front(handle).close();
        browser.gone();
    }

    /** The first one, once it is there. */
    WebElement find(String role, String name) {
        return Await.until(
                () -> "%s “%s” in:%n%s".formatted(role, name, text()),
                () -> accessibility().find(role, name).stream().findFirst().orElse(null));
    }

    boolean has(String role, String name) {
        return !accessibility().find(role, name).isEmpty();
    }

    /** The names of all that have the role, in the order of the page. */
    List<String> names(String role) {
        return accessibility().names(role);
    }

    void click(String role, String name) {
        Await.until(() -> "a click on the %s “%s” in:%n%s".formatted(role, name, text()), () -> {
            find(role, name).click();
            return true;
        });
    }

    void press(String button) {
        click("button", button);
    }

    void follow(String link) {
        click("link", link);
    }

    /** A field that takes text, by its label. */
    WebElement field(String label) {
        return Await.until(
                () -> "field “%s” in:%n%s".formatted(label, text()),
                () -> List.of("textbox", "searchbox", "spinbutton", "combobox").stream()
                        .flatMap(role -> accessibility().find(role, label).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** Puts a text into a field, in place of what was in there. */
    void fill(String label, String text) {
        WebElement field = field(label);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    String value(String label) {
        return String.valueOf(field(label).getDomProperty("value"));
    }

    void choose(String label, String option) {
        field(label).findElements(By.tagName("option")).stream()
                .filter(one -> option.equals(one.getDomProperty("text")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** What the page shows, a line for each block. */
    String text() {
        return String.valueOf(run(Script.TEXT));
    }

    /** Waits until the page shows it. */
    void sees(String text) {
        Await.until(() -> "“%s” in:%n%s".formatted(text, text()), () -> text().contains(text) ? true : null);
    }

    /** The same, to go on with the page. */
    Tab at(String text) {
        sees(text);
        return this;
    }

    /** Waits for what has the role and the name. */
    Tab with(String role, String name) {
        find(role, name);
        return this;
    }

    /** Waits until the page shows it no more. */
    void seesNoMore(String text) {
        Await.until(() -> "no “%s” in:%n%s".formatted(text, text()), () -> text().contains(text) ? null : true);
    }

    /** Keys for whatever has the focus. */
    void keys(CharSequence... keys) {
        new Actions(browser.front(handle)).sendKeys(keys).perform();
    }

    Focus focus() {
        return new Focus(this);
    }

    /** Runs a script's body in the page. */
    @Nullable
    Object run(String script, Object... arguments) {
        return browser.front(handle).executeScript(script, arguments);
    }

    /** Runs one that calls the function that is its last argument, with its result. */
    @Nullable
    Object runAsync(String script, Object... arguments) {
        return browser.front(handle).executeAsyncScript(script, arguments);
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return browser.front(handle).executeCdpCommand(command, parameters);
    }

    /** From now on there is no answer from addresses like this one; {@code *} stands for anything. */
    void block(String... addresses) {
        cdp("Network.enable", Map.of());
        cdp("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    Tab size(int width, int height) {
        Map<String, Object> size =
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600);
        cdp("Emulation.setDeviceMetricsOverride", size);
        return this;
    }

    /** {@code light} or {@code dark}. */
    Tab scheme(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** Fails where something is wider than the window. */
    void assertFits() {
        Long beyond = (Long) run("return document.scrollingElement.scrollWidth - innerWidth");
        assertThat(beyond).as("pixels beyond the window's width, at %s", url()).isLessThanOrEqualTo(0);
    }

    void screenshot(String name) {
        Screenshot.write(this, name);
    }

    private AccessibilityTree accessibility() {
        return new AccessibilityTree(this);
    }
}
