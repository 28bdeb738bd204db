package ai.callcenter.tenancy.http;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that does nothing but fail. */
record FailingStore(Supplier<RuntimeException> failure) implements TenancyStore {
    @Override
    public TenantReads read(TenantId tenant, @Nullable UserId caller) {
        throw failure.get();
    }

    @Override
    public UserReads read(UserId user) {
        throw failure.get();
    }

    @Override
    public Optional<User> find(Identity identity) {
        throw failure.get();
    }

    @Override
    public Optional<TenantId> find(Domain domain) {
        throw failure.get();
    }

    @Override
    public <R, X extends Exception> R inTenant(
            TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work) {
        throw failure.get();
    }

    @Override
    public <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) {
        throw failure.get();
    }

    @Override
    public <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) {
        throw failure.get();
    }

    @Override
    public <R, X extends Exception> R asPlatform(
            @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) {
        throw failure.get();
    }

    @Override
    public Outbox outbox() {
        throw failure.get();
    }
}
