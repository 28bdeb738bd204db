package ai.callcenter.tenancy.scope;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A service of the host's, which asks for whom it works. */
final class Recordings {
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final TenantScope scope;

    Recordings(TenantScope scope) {
        this.scope = scope;
    }

    Queue<String> log() {
        return log;
    }

    private String done(String what) {
        log.add(what + " for " + scope.current().value().getLeastSignificantBits());
        return what;
    }

    void store(String call) throws IOException {
        if (call.isEmpty()) {
            throw new IOException("no call");
        }
        done(call);
    }

    int count() {
        done("count");
        return log.size();
    }

    void prune() {
        done("prune");
    }

    String transcribe(String call) {
        return done("transcribe " + call);
    }

    String summarize(String text) {
        return done("summarize " + text.length());
    }
}
