package ai.callcenter.tenancy.http.token.oidc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * One OpenID Connect provider and the keys that it publishes.
 *
 * <p>A thread of its own asks the provider at the start and every five minutes; when a token names a key that is not
 * known, sooner, but ten seconds after the last time at the earliest, however many such tokens come. So a key that the
 * provider has begun to use counts within ten seconds and one that it has withdrawn is gone within five minutes. While
 * the provider is away the keys that are known go on; it is asked again after 10 seconds, 20, and so on up to five
 * minutes. Nobody who holds a token waits for a provider.
 */
public final class OidcProvider implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OidcProvider.class.getName());

    private final OidcSettings settings;
    private final Pace pace;
    private final Download download;
    private final KeySource source;
    private final Outage outage;
    /** Holds one wish for a round, however often it is wished for. */
    private final BlockingQueue<Boolean> wanted = new ArrayBlockingQueue<>(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread thread;
    private volatile KeySet keys = KeySet.NONE;
    private volatile ProviderEndpoints endpoints = ProviderEndpoints.NONE;

    OidcProvider(OidcSettings settings, Pace pace) {
        this.settings = settings;
        this.pace = pace;
        this.download = new Download(pace);
        this.source = new KeySource(settings.issuer(), download);
        this.outage = new Outage(settings.issuer(), LOG);
        this.thread = new Thread(this::keepFresh, "oidc " + settings.issuer());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until the provider has been asked once, with whatever success. */
    void awaitAsked(Duration atMost) throws InterruptedException {
        if (!asked.await(atMost.toMillis(), MILLISECONDS)) {
            LOG.log(Level.DEBUG, "{0} has not answered yet", settings.issuer());
        }
    }

    public OidcSettings settings() {
        return settings;
    }

    /** The keys that it published last; the same object as long as they are the same. */
    public KeySet keys() {
        return keys;
    }

    /** Where one signs in and out there, as it said last; all null until it has answered. */
    public ProviderEndpoints endpoints() {
        return endpoints;
    }

    /** Says that a token names a key that is not known. Returns at once. */
    public void miss() {
        wanted.offer(true);
    }

    private void keepFresh() {
        int failures = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                failures = round() ? 0 : failures + 1;
                asked.countDown();
                Duration next = failures == 0 ? pace.refresh() : pace.backoff(failures - 1);
                Thread.sleep(pace.gap());
                wanted.poll(next.minus(pace.gap()).toMillis(), MILLISECONDS);
            }
        } catch (InterruptedException e) {
            // Closed: that is the end.
        }
    }

    private boolean round() throws InterruptedException {
        try {
            KeySource.Published published = source.fetch();
            endpoints = published.endpoints();
            KeySet found = published.keys();
            if (!found.hasSameKeysAs(keys)) {
                keys = found;
            }
            if (found.isEmpty()) {
                outage.report("it publishes no key that can verify a token here");
                return false;
            }
            outage.end();
            return true;
        } catch (ProviderException e) {
            outage.report(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // Whatever it was: without this thread nobody would ask again.
            LOG.log(Level.ERROR, "The keys of " + settings.issuer() + " could not be read", e);
        }
        return false;
    }

    /** Ends its thread. The keys stay as they are. */
    @Override
    public void close() {
        thread.interrupt();
        download.close();
    }
}
