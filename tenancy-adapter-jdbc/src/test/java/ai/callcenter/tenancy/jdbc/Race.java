package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts deeds at the same moment and tells how each ended: done, or refused with a code. Anything else is thrown. */
final class Race {
    private Race() {}

    /** One deed of a race. */
    interface Deed {
        void run() throws Exception;
    }

    static List<Optional<ErrorCode>> run(List<Deed> deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
            List<Future<Optional<ErrorCode>>> running = new ArrayList<>();
            for (Deed deed : deeds) {
                Callable<Optional<ErrorCode>> racer = () -> {
                    start.await();
                    try {
                        deed.run();
                        return Optional.empty();
                    } catch (TenancyException refusal) {
                        return Optional.of(refusal.code());
                    }
                };
                running.add(threads.submit(racer));
            }
            List<Optional<ErrorCode>> ends = new ArrayList<>();
            for (Future<Optional<ErrorCode>> racer : running) {
                ends.add(racer.get());
            }
            return ends;
        }
    }

    static long done(List<Optional<ErrorCode>> ends) {
        return ends.stream().filter(Optional::isEmpty).count();
    }
}
