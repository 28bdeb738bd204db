package ai.callcenter.tenancy.scope;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives each task to another executor, with the tenant that it was given under. */
class CarryingExecutor implements ExecutorService {
    private final TenantScope scope;
    private final ExecutorService executor;

    CarryingExecutor(TenantScope scope, ExecutorService executor) {
        this.scope = scope;
        this.executor = executor;
    }

    final Runnable carried(Runnable task) {
        return scope.capture().runnable(task);
    }

    final <T> Callable<T> carried(Callable<T> task) {
        return scope.capture().callable(task);
    }

    private <T> List<Callable<T>> carried(Collection<? extends Callable<T>> tasks) {
        TenantCarrier carrier = scope.capture();
        return tasks.stream().<Callable<T>>map(carrier::callable).toList();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(carried(task));
    }

    @Override
    public Future<?> submit(Runnable task) {
        return executor.submit(carried(task));
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        return executor.submit(carried(task), result);
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return executor.submit(carried(task));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return executor.invokeAll(carried(tasks));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return executor.invokeAll(carried(tasks), timeout, unit);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        return executor.invokeAny(carried(tasks));
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return executor.invokeAny(carried(tasks), timeout, unit);
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }

    /** The other's own: the common pool's, for one, does nothing. */
    @Override
    public void close() {
        executor.close();
    }
}
