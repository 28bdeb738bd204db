package ai.callcenter.tenancy;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.EventHandler;
import ai.callcenter.tenancy.event.Pace;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.store.Outbox;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of one subscription to its handler: on the caller's thread by {@link #poll}, or on one thread of
 * its own from {@link #start} to {@link #close}. What a handler throws, an {@link Error} too, keeps the tenant's events
 * back, and those of others not.
 */
public final class Dispatcher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EventHandler.LOGGER);

    private final Outbox outbox;
    private final Bell bell;
    private final SubscriptionName name;
    private final EventHandler handler;
    private final Pace pace;
    private final Semaphore rung = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;

    Dispatcher(Outbox outbox, Bell bell, SubscriptionName name, EventHandler handler, Pace pace) {
        this.outbox = outbox;
        this.bell = bell;
        this.name = name;
        this.handler = handler;
        this.pace = pace;
    }

    /**
     * One round: takes what waits in one tenant, up to a batch, and has it handled.
     *
     * @return false when nothing waited that was due, and on an interrupted thread; true also when what waited could
     *     not be handled
     * @throws TenancyException {@code store_unavailable}; what was handled in this round is delivered again
     * @throws IllegalStateException inside a unit, and after {@link #close}
     */
    public boolean poll() {
        if (closed) {
            throw new IllegalStateException("the dispatcher of " + name + " is closed");
        }
        return !Thread.currentThread().isInterrupted() && outbox.claim(name, pace.batch(), this::handle);
    }

    /**
     * Starts a thread, which does not keep the JVM from ending.
     *
     * @throws IllegalStateException when it has been started, or closed
     */
    public synchronized void start() {
        if (thread != null || closed) {
            throw new IllegalStateException("the dispatcher of " + name + " was started or closed before");
        }
        bell.add(rung);
        thread = Thread.ofPlatform().daemon().name("tenancy-events-" + name).start(this::run);
    }

    /** Stops after the event in hand, if there is one, and waits for that; does nothing from the second time on. */
    @Override
    public void close() {
        Thread running = stop();
        if (running == null || running == Thread.currentThread()) { // a handler may close its own
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stops all the same
        }
    }

    private synchronized @Nullable Thread stop() {
        closed = true;
        bell.remove(rung);
        rung.release();
        return thread;
    }

    private void run() {
        boolean away = false;
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try {
                if (outbox.claim(name, pace.batch(), this::handle)) {
                    away = false;
                    continue;
                }
                away = false;
            } catch (RuntimeException | Error e) { // without this thread nobody would try again
                if (!away) {
                    LOG.log(Level.WARNING, "The events of " + name + " cannot be delivered now; tried on and on", e);
                }
                away = true;
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (rung.tryAcquire(pace.interval().toNanos(), TimeUnit.NANOSECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the thread ends
        }
    }

    private void handle(Outbox.Batch batch) {
        for (Delivery delivery : batch.deliveries()) {
            if (closed || Thread.currentThread().isInterrupted() || !handled(batch, delivery)) {
                return;
            }
            batch.done(delivery);
        }
    }

    /** Whatever is thrown: an event that cannot be handled must hold up nobody but its tenant. */
    @SuppressWarnings("Interruption") // the flag is put back for whoever runs this
    private boolean handled(Outbox.Batch batch, Delivery delivery) {
        try {
            handler.handle(delivery.event());
            return true;
        } catch (Throwable e) {
            int failures = delivery.failures() + 1;
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            batch.failed(delivery, pace.pauseAfter(failures));
            tell(delivery, failures, e);
            return false;
        }
    }

    /** Whatever is thrown by whoever is told: the pause must be kept. */
    private void tell(Delivery delivery, int failures, Throwable why) {
        try {
            handler.failed(delivery.event(), failures, why);
        } catch (Throwable e) {
            e.addSuppressed(why);
            LOG.log(Level.WARNING, "The handler of " + name + " cannot tell of a failure", e);
        }
    }
}
