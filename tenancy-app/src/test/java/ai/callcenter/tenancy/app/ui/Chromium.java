package ai.callcenter.tenancy.app.ui;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, and its driver: nothing is downloaded. */
record Chromium(Path browser, Path driver) {
    /** Finds them, or skips the test where there is one missing; in CI there must not. */
    static Chromium find() {
        Optional<Path> browser = program("TENANCY_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = program("TENANCY_CHROMEDRIVER", "chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String missing = "%s is not here: apt-get install chromium chromium-driver, or name them in"
                            .formatted(browser.isEmpty() ? "chromium" : "chromedriver")
                    + " TENANCY_CHROMIUM and TENANCY_CHROMEDRIVER";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
        return new Chromium(browser.orElseThrow(), driver.orElseThrow());
    }

    /** Starts one, with nothing in it. */
    ChromeDriver start(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        // A tab that is not in front counts as in front: time does not stand still in it.
        options.addArguments("--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows");
        options.addArguments("--disable-renderer-backgrounding", "--disable-dev-shm-usage", "--lang=en-US");
        options.addArguments("--user-data-dir=" + profile, "--window-size=1200,800");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                // Nobody is asked for a newer driver, and nobody is told.
                .withEnvironment(Map.of("SE_OFFLINE", "true", "SE_AVOID_STATS", "true"))
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> program(String variable, String... names) {
        String named = System.getProperty(variable, System.getenv().getOrDefault(variable, ""));
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)));
        return Stream.of(names)
                .flatMap(name ->
                        Stream.concat(folders.stream(), Stream.of("/usr/bin")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
