package com.example.billing;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRemoved;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Sells seats to tenants, and gives back what a member costs who is removed. */
final class Billing {
    static final long SEAT = 1900;
    private static final Caller JOB = Caller.host("billing");

    private final JdbcTenancy jdbc;
    private final Tenancy tenancy;
    private final TenantDataSource tenants;

    Billing(DataSource pool) {
        jdbc = JdbcTenancy.using(pool);
        tenancy = jdbc.tenancy();
        tenants = TenantDataSource.over(pool);
    }

    /** The member and the line on the invoice: both, or, where the tenant has no seat left, neither. */
    void sell(TenantId tenant, Email member) throws SQLException {
        tenants.inTransaction(tenant, connection -> {
            InvoiceLines.add(connection, UUID.randomUUID(), "a seat for " + member.value(), SEAT);
            return tenancy.over(jdbc.within(connection)).members().add(JOB, tenant, member, Role.MEMBER);
        });
    }

    /** What a tenant owes, in cents. */
    long total(TenantId tenant) throws SQLException {
        return tenants.inTransaction(tenant, InvoiceLines::total);
    }

    /** Hears of each member who was removed, whoever did it; once more after a crash, so a line has the event's id. */
    Dispatcher refunds() {
        return tenancy.events().subscribe("refunds", this::refund);
    }

    private void refund(TenancyEvent event) throws SQLException {
        if (event instanceof MemberRemoved removed) {
            tenants.inTransaction(event.tenantId(), connection -> {
                InvoiceLines.add(connection, event.id(), "back for " + removed.member().email().value(), -SEAT);
                return null;
            });
        }
    }
}
