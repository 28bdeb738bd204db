'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Member, NewTenant, Role, Tenant, TenancyApi } from '@/lib/tenancy/tenancy-api';
import { useTenant } from './tenant';

interface TenantManagement {
  api: TenancyApi;
  userTenants: Tenant[];
  currentTenantId: string | null;
  switchTenant(id: string): Promise<Tenant>;
  createTenant(input: NewTenant): Promise<Tenant>;
  addTenantMember(email: string, role?: Role): Promise<Member>;
  removeTenantMember(email: string): Promise<void>;
}

const TenantManagementContext = createContext<TenantManagement | null>(null);

/** What can be done with tenants; nothing while nobody is signed in. */
export function TenantManagementProvider({ children }: { children: ReactNode }) {
  const { session, tenants, tenant } = useTenant();
  const management = useMemo(
    () =>
      session && {
        api: session.api,
        userTenants: tenants,
        currentTenantId: tenant?.id ?? null,
        switchTenant: (id: string) => session.switchTenant(id),
        createTenant: (input: NewTenant) => session.createTenant(input),
        addTenantMember: (email: string, role?: Role) => session.addTenantMember(email, role),
        removeTenantMember: (email: string) => session.removeTenantMember(email),
      },
    [session, tenants, tenant],
  );
  return <TenantManagementContext value={management}>{children}</TenantManagementContext>;
}

export function useTenantManagement(): TenantManagement {
  const management = use(TenantManagementContext);
  if (!management) {
    throw new Error('useTenantManagement is for what is inside of <TenantManagementProvider>, of a user who is signed in');
  }
  return management;
}
