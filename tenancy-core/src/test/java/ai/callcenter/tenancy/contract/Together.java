package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does things at once: everybody waits for the last one at a barrier. */
final class Together {
    private Together() {}

    /** What becomes of each: {@code ok}, or the code of its refusal. Any other failure is the test's. */
    static List<String> attempt(List<? extends Callable<?>> deeds) throws InterruptedException, ExecutionException {
        List<Callable<String>> attempts = new ArrayList<>();
        for (Callable<?> deed : deeds) {
            attempts.add(() -> {
                try {
                    deed.call();
                    return "ok";
                } catch (TenancyException refusal) {
                    return refusal.code().wire();
                }
            });
        }
        return results(attempts);
    }

    /** One deed by several. */
    static List<String> attempt(int times, Callable<?> deed) throws InterruptedException, ExecutionException {
        return attempt(
                IntStream.range(0, times).<Callable<?>>mapToObj(i -> deed).toList());
    }

    /** What each gives. */
    static <T> List<T> results(List<Callable<T>> deeds) throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(deeds.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> deed : deeds) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return deed.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
