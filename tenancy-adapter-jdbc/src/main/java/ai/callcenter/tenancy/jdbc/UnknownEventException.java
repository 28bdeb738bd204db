package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;

/** An event of a kind, or with a value, that a newer version has written. Never reaches a caller. */
final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TenantId tenant;
    private final long position;

    UnknownEventException(String name, TenantId tenant, long position, RuntimeException cause) {
        super("This version knows no such event " + name + ", which tenant " + tenant + " has", cause);
        this.tenant = tenant;
        this.position = position;
    }

    TenantId tenant() {
        return tenant;
    }

    long position() {
        return position;
    }
}
