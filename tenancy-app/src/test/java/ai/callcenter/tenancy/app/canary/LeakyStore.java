package ai.callcenter.tenancy.app.canary;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.Outbox;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.store.UserReads;
import ai.callcenter.tenancy.store.UserUnit;
import ai.callcenter.tenancy.store.Work;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A store that now and then takes the tenant of the read before for the one that was asked for. */
final class LeakyStore implements TenancyStore {
    private final TenancyStore sound;
    private final int every;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<@Nullable TenantId> before = new AtomicReference<>();

    /** @param every of the reads that follow one of the other tenant, one in so many is of the wrong tenant */
    LeakyStore(TenancyStore sound, int every) {
        this.sound = sound;
        this.every = every;
    }

    @Override
    public TenantReads read(TenantId tenant, @Nullable UserId caller) {
        TenantId last = before.getAndSet(tenant);
        if (last != null && !last.equals(tenant) && reads.incrementAndGet() % every == 0) {
            return sound.read(last, caller);
        }
        return sound.read(tenant, caller);
    }

    @Override
    public UserReads read(UserId user) {
        return sound.read(user);
    }

    @Override
    public Optional<User> find(Identity identity) {
        return sound.find(identity);
    }

    @Override
    public Optional<TenantId> find(Domain domain) {
        return sound.find(domain);
    }

    @Override
    public <R, X extends Exception> R inTenant(
            TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work) throws X {
        return sound.inTenant(tenant, caller, work);
    }

    @Override
    public <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) throws X {
        return sound.asIdentity(identity, work);
    }

    @Override
    public <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) throws X {
        return sound.asUser(user, work);
    }

    @Override
    public <R, X extends Exception> R asPlatform(
            @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) throws X {
        return sound.asPlatform(operator, reason, work);
    }

    @Override
    public Outbox outbox() {
        return sound.outbox();
    }
}
