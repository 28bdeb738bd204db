package ai.callcenter.tenancy.app.keycloak;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keycloak as a process, with the realm of the tests and nothing that outlives it. */
final class Keycloak implements AutoCloseable {
    /** Half a minute on an idle machine, most of which it takes to put its own classes together. */
    private static final int START_SECONDS = 300;

    /**
     * Runs a command in a process group of its own, and kills all of that as soon as nobody holds standard input any
     * more: so Keycloak ends with the JVM of the tests, however that ends.
     */
    private static final String LEASH =
            "set -m; exec 3<&0; \"$@\" </dev/null & { cat <&3; kill -KILL -- -$!; } >/dev/null 2>&1 & wait %1";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "JAVA_OPTS_KC_HEAP",
            "-Xms64m -Xmx384m",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            Realm.ADMIN,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            Realm.ADMIN_PASSWORD);

    private final Process process;
    private final Path log;
    private final String url;

    private Keycloak(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts it on a free port of the loopback interface, and waits until it is ready.
     *
     * @param home the unpacked distribution
     * @param log takes what it writes
     */
    static Keycloak start(Path home, Path log) throws IOException, InterruptedException {
        importRealm(home);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("bash", "-c", LEASH, "leash"));
        command.addAll(List.of(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--db=dev-mem"));
        command.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        builder.environment().putAll(ENVIRONMENT);
        Keycloak keycloak = new Keycloak(builder.start(), log, "http://127.0.0.1:" + port);
        try {
            keycloak.awaitReady();
            return keycloak;
        } catch (Throwable e) {
            keycloak.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    private static void importRealm(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("callcenter-realm.json")) {
            if (realm == null) {
                throw new IllegalStateException("callcenter-realm.json is not among the test resources");
            }
            Files.copy(realm, folder.resolve("callcenter-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/realms/callcenter")).build();
        long deadline = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        fail(
                "Keycloak is not ready (waited for %d seconds at most). If a start before this one was cut off, delete"
                        + " tenancy-app/target/keycloak and run again. It wrote: %s",
                START_SECONDS, Files.readString(log));
    }

    /** Ends it at once; the second time does nothing. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
