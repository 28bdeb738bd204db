package ai.callcenter.tenancy.scope;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Gives each task to a scheduler, with the tenant that it was scheduled under. */
final class CarryingScheduler extends CarryingExecutor implements ScheduledExecutorService {
    private final ScheduledExecutorService scheduler;

    CarryingScheduler(TenantScope scope, ScheduledExecutorService scheduler) {
        super(scope, scheduler);
        this.scheduler = scheduler;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return scheduler.schedule(carried(task), delay, unit);
    }

    @Override
    public <T> ScheduledFuture<T> schedule(Callable<T> task, long delay, TimeUnit unit) {
        return scheduler.schedule(carried(task), delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        return scheduler.scheduleAtFixedRate(carried(task), delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        return scheduler.scheduleWithFixedDelay(carried(task), initialDelay, delay, unit);
    }
}
