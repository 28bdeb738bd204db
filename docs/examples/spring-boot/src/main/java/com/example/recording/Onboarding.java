package com.example.recording;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the customers that were there before there were tenants. One that is made already is left as it is. */
@Component
class Onboarding implements ApplicationRunner {
    /** As in the migration that gave each row its tenant. */
    static final TenantId ACME = TenantId.parse("5a3c1e90-7b52-4c1f-9d0e-2f6a8b4c7d11");

    private final Tenancy tenancy;

    Onboarding(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        make(ACME, "Acme", new Email("ana@acme.example"));
    }

    private void make(TenantId id, String name, Email admin) {
        try {
            tenancy.tenants().create(Caller.host("onboarding"), NewTenant.named(name).withId(id), admin);
        } catch (TenancyException e) {
            if (e.code() != ErrorCode.TENANT_ID_TAKEN) {
                throw e;
            }
        }
    }
}
