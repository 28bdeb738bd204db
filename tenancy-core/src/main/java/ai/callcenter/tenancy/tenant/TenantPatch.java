package ai.callcenter.tenancy.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A partial update of a tenant. {@code maxUsers} and {@code status} are the operator's.
 *
 * @param name the new name
 * @param domain the new domain, null to give it up
 * @param description the new description, null to clear it
 * @param metadata the new metadata, whole
 * @param maxUsers the new seat limit
 * @param status active or suspended
 */
public record TenantPatch(
        Change<TenantName> name,
        Change<@Nullable Domain> domain,
        Change<@Nullable Description> description,
        Change<Metadata> metadata,
        Change<SeatLimit> maxUsers,
        Change<TenantStatus> status) {

    /** A patch that changes nothing, to start from. */
    public static final TenantPatch NOTHING =
            new TenantPatch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

    /** Whether the patch holds a field that only an operator may change. */
    public boolean needsOperator() {
        return maxUsers.present() || status.present();
    }

    /** Whether the patch holds a field that an admin may change. */
    public boolean needsAdmin() {
        return name.present() || domain.present() || description.present() || metadata.present();
    }

    /** This patch with a new name. */
    public TenantPatch name(TenantName to) {
        return new TenantPatch(Change.to(to), domain, description, metadata, maxUsers, status);
    }

    /** This patch with a new domain, null to give it up. */
    public TenantPatch domain(@Nullable Domain to) {
        return new TenantPatch(name, Change.to(to), description, metadata, maxUsers, status);
    }

    /** This patch with a new description, null to clear it. */
    public TenantPatch description(@Nullable Description to) {
        return new TenantPatch(name, domain, Change.to(to), metadata, maxUsers, status);
    }

    /** This patch with new metadata. */
    public TenantPatch metadata(Metadata to) {
        return new TenantPatch(name, domain, description, Change.to(to), maxUsers, status);
    }

    /** This patch with a new seat limit. */
    public TenantPatch maxUsers(SeatLimit to) {
        return new TenantPatch(name, domain, description, metadata, Change.to(to), status);
    }

    /** This patch with a new status. */
    public TenantPatch status(TenantStatus to) {
        return new TenantPatch(name, domain, description, metadata, maxUsers, Change.to(to));
    }
}
