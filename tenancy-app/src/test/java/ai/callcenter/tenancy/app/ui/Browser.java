package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** One browser, as one person has it: its tabs share what it keeps. */
final class Browser implements AutoCloseable {
    /** A request that the server refused; tests say which of them they provoke. */
    private static final Pattern REFUSED = Pattern.compile("the server responded with a status of ([0-9]+)");

    private final ChromeDriver driver;
    private String front = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, or skips the test where there is none to start. */
    static Browser start(Path profile) {
        return new Browser(Chromium.find().start(profile));
    }

    /** A new tab. */
    Tab tab() {
        driver.switchTo().newWindow(WindowType.TAB);
        front = driver.getWindowHandle();
        return new Tab(this, front);
    }

    /** The driver, of that tab. */
    ChromeDriver front(String handle) {
        if (!front.equals(handle)) {
            driver.switchTo().window(handle);
            driver.executeCdpCommand("Page.bringToFront", Map.of());
            front = handle;
        }
        return driver;
    }

    /** The tab in front was closed. */
    void gone() {
        front = "";
    }

    /** A tab that a page has opened, once it is there. */
    Tab tabOpenedBy(Runnable action) {
        List<String> before = List.copyOf(driver.getWindowHandles());
        action.run();
        Await.until("another tab", () -> driver.getWindowHandles().size() > before.size());
        String handle = driver.getWindowHandles().stream()
                .filter(one -> !before.contains(one))
                .findFirst()
                .orElseThrow();
        return new Tab(this, handle);
    }

    /** Closes every tab and forgets what pages of the origins have kept. */
    void reset(String... origins) {
        List<String> old = List.copyOf(driver.getWindowHandles());
        driver.switchTo().newWindow(WindowType.TAB);
        front = driver.getWindowHandle();
        String fresh = front;
        old.forEach(handle -> driver.switchTo().window(handle).close());
        driver.switchTo().window(fresh);
        for (String origin : origins) {
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
    }

    /**
     * Fails for each script that went wrong, and for what the page's policy forbade, since the last time; also for
     * requests that failed, but for the expected statuses (0: no answer).
     */
    void assertNoErrors(List<Integer> expected) {
        assertThat(log().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage)
                        .filter(message -> !isExpected(message, expected)))
                .as("errors in the browser's console")
                .isEmpty();
    }

    /** What pages have written to their consoles since the last time. */
    List<LogEntry> log() {
        return driver.manage().logs().get(LogType.BROWSER).getAll();
    }

    private static boolean isExpected(String message, List<Integer> statuses) {
        var refused = REFUSED.matcher(message);
        return refused.find()
                ? statuses.contains(Integer.valueOf(refused.group(1)))
                : statuses.contains(0) && message.contains("net::ERR_");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
