package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.http.RequestLog;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Serves until this process is told to stop. */
public final class ServerProcess {
    private final AppConfig config;
    private final boolean demo;
    private final PrintWriter out;
    private final OutputStream log;

    /**
     * A server that does not run yet.
     *
     * @param demo whether demo data is to be there
     * @param out takes the one line that says where it listens, and what the demo data is
     * @param log takes the request log
     */
    public ServerProcess(AppConfig config, boolean demo, PrintWriter out, OutputStream log) {
        this.config = config;
        this.demo = demo;
        this.out = out;
        this.log = log;
    }

    /**
     * Starts the server and waits for SIGTERM or SIGINT; then no more requests are taken, those that run end, within 10
     * seconds, and everything is closed.
     *
     * @throws ai.callcenter.tenancy.app.database.AppException when it cannot start; nothing is left open
     */
    public void run() throws InterruptedException {
        try (Resources resources = new Resources()) {
            Runtime.getRuntime().addShutdownHook(new Thread(resources::close, "stop"));
            try {
                RequestLog requests = RequestLog.NONE;
                Runnable begin = () -> {};
                if (config.http().requestLog()) {
                    JsonLines lines = resources.add(new JsonLines(log));
                    requests = lines;
                    begin = lines::start;
                }
                greet(RunningServer.start(config, demo, requests, resources));
                begin.run(); // After the greeting, which is the first line.
                resources.awaitClosed();
            } catch (RuntimeException e) {
                if (!resources.closed()) {
                    throw e;
                }
                // The signal came while it started: what failed then was being closed.
            }
        }
    }

    /** Where to go from there; a command follows. */
    private String how(String url) {
        if (!config.console().on()) {
            return "A token for one of them:";
        }
        if (config.http().isLoopback()) {
            return "Open " + url + " in a browser, or get a token for one of them:";
        }
        return "Nobody can sign in as one of them in a browser, since TENANCY_HOST ("
                + config.http().host() + ") is no loopback address.\nOpen " + url
                + " in a browser, and give it a token for one of them:";
    }

    private void greet(RunningServer server) {
        out.println("tenancy listens on " + server.url());
        if (demo) {
            server.demo().forEach(line -> out.println("  " + line));
            if (config.platformAdmins() == null) {
                out.println("  Platform admin: " + DemoData.OPERATOR);
            }
            out.println(how(server.url()));
            out.println("  ./tenancy token --email ana@acme.example --tenant acme.example");
        }
        out.flush();
    }
}
