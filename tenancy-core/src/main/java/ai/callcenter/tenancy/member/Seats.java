package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.TenantId;

/**
 * How full a tenant is.
 *
 * @param tenant the tenant
 * @param taken how many members it has
 * @param limit how many it may have
 */
public record Seats(TenantId tenant, int taken, SeatLimit limit) {}
