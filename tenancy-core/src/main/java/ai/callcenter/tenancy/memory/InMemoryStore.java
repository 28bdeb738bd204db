package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in memory, and nothing when the process ends. One unit runs at a time, on a copy that replaces what
 * was there when it commits; readers see the last commit and wait for nobody. The copy costs time in proportion to the
 * number of users and tenants, which suits some ten thousands of them.
 */
public final class InMemoryStore implements TenancyStore {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Data data = new Data();
    private final InMemoryOutbox outbox = new InMemoryOutbox(this);

    /** An empty store. */
    public InMemoryStore() {}

    @Override
    public TenantReads read(TenantId tenant, @Nullable UserId caller) {
        return new InMemoryTenantReads(this::committed, tenant, caller);
    }

    @Override
    public UserReads read(UserId user) {
        return new InMemoryUserReads(this::committed, user);
    }

    @Override
    public Optional<User> find(Identity identity) {
        return Optional.ofNullable(committed().users.find(identity));
    }

    @Override
    public Optional<TenantId> find(Domain domain) {
        return committed().tenants.find(domain);
    }

    @Override
    public <R, X extends Exception> R inTenant(
            TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work) throws X {
        return transact(draft -> new InMemoryTenantUnit(draft, tenant, caller), work);
    }

    @Override
    public <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) throws X {
        return transact(draft -> new InMemoryIdentityUnit(draft, identity), work);
    }

    @Override
    public <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) throws X {
        return transact(draft -> new InMemoryUserUnit(draft, user), work);
    }

    @Override
    public <R, X extends Exception> R asPlatform(
            @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) throws X {
        return transact(draft -> new InMemoryPlatformUnit(draft, operator), work);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    /** The lines of the trail that belong to no tenant, newest first; no port reads them. */
    public List<AuditEntry> trailOutsideTenants() {
        return committed().audit.stream().sorted(Keyset.AUDIT.order()).toList();
    }

    private <U, R, X extends Exception> R transact(Function<Draft, U> unit, Work<? super U, R, X> work) throws X {
        refuseNesting();
        lock.lock();
        try (Draft draft = new Draft(data.copy())) {
            R result = work.in(unit.apply(draft));
            data = draft.finished();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Changes what is kept, outside of any unit. */
    <R> R change(Function<Data, R> change) {
        return transact(draft -> draft, draft -> draft.use(change));
    }

    private Data committed() {
        refuseNesting();
        return data;
    }

    private void refuseNesting() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "This thread is inside a unit: read through that unit, or open the next one after it has ended.");
        }
    }
}
