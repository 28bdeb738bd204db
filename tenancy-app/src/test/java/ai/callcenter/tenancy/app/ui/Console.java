package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server with the demo's data, on the memory store, and a browser to open its console with: both for a whole class.
 * Each test begins with a browser that has forgotten everything, and fails for what its console then has to complain
 * about.
 */
final class Console implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    static final String ACME = "00000000-0000-4000-8000-000000000001";
    static final String GLOBEX = "00000000-0000-4000-8000-000000000002";
    static final String INITECH = "00000000-0000-4000-8000-000000000003";

    private final Map<String, String> settings = new HashMap<>(Map.of("TENANCY_STORE", "memory"));
    private final List<Integer> expected = new ArrayList<>();
    private @Nullable Path folder;
    private @Nullable AppProcess server;
    private @Nullable Browser browser;

    /** With one more setting of the server. */
    Console with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("console");
        browser = Browser.start(folder.resolve("browser"));
        server = AppProcess.start(folder, settings, "serve", "--demo").awaitServing();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        expected.clear();
        browser().reset(url());
        browser().log();
        // The server remembers it.
        as("ana@acme.example").in(ACME);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            browser().assertNoErrors(expected);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(folder())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Says which statuses of refusals the test provokes; 0 stands for no answer. */
    void expect(Integer... statuses) {
        expected.addAll(List.of(statuses));
    }

    /** Where the server is, without a slash at the end. */
    String url() {
        return server().url();
    }

    /** The address of a page of the console, such as {@code tenants}. */
    String page(String place) {
        return url() + "/#/" + place;
    }

    /** A new tab with the console's first page. */
    Tab open() {
        return browser().tab().size(1200, 800).open(url() + "/");
    }

    /** A new tab, where one of the demo's people has just signed in. */
    Tab signedIn(String email) {
        Tab tab = open();
        tab.press(email + "…");
        tab.find("button", "Account of…");
        return tab;
    }

    /** A new tab, where somebody has signed in with a token. */
    Tab signedInBy(String token) {
        Tab tab = open();
        SignIn.paste(tab, token);
        tab.find("button", "Account of…");
        return tab;
    }

    /** An identity token; options such as {@code --ttl} and its value. */
    String token(String email, String... options) {
        Stream<String> arguments = Stream.concat(Stream.of("token", "--email", email), Stream.of(options));
        CommandRun run = CommandRun.of(AppProcess.settings(folder(), settings), arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().strip();
    }

    /** Calls the API as a person. */
    Api as(String email) {
        return Api.with(server(), token(email));
    }

    Browser browser() {
        return Objects.requireNonNull(browser);
    }

    AppProcess server() {
        return Objects.requireNonNull(server);
    }

    /** For what the test writes. */
    Path folder() {
        return Objects.requireNonNull(folder);
    }
}
