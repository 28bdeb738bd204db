'use client';

import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { TenancyApi } from '@/lib/tenancy/tenancy-api';
import { NOBODY, TenantSession, type TenantState } from '@/lib/tenancy/tenant-session';
import { useAuth } from './auth';

const SERVER = process.env.NEXT_PUBLIC_TENANCY_URL ?? 'http://127.0.0.1:8080';

interface TenantValue extends TenantState {
  /** Null where nobody is signed in. */
  session: TenantSession | null;
  loadTenant(): Promise<void>;
}

const TenantContext = createContext<TenantValue | null>(null);

/** The tenant that is acted in. */
export function TenantProvider({ children }: { children: ReactNode }) {
  const { token, signOut } = useAuth();
  const session = useMemo(
    () => (token ? new TenantSession(new TenancyApi({ baseUrl: SERVER, token }), { server: SERVER }) : null),
    [token],
  );

  useEffect(() => {
    const ended = (event: Event) => signOut((event as CustomEvent<Error>).detail.message);
    session?.addEventListener('signed-out', ended);
    session?.start();
    return () => session?.removeEventListener('signed-out', ended);
  }, [session, signOut]);

  const state = useSyncExternalStore(
    (changed) => {
      session?.addEventListener('change', changed);
      return () => session?.removeEventListener('change', changed);
    },
    () => session?.state ?? NOBODY,
    () => NOBODY,
  );
  const value = useMemo(
    () => ({ ...state, session, loadTenant: async () => session?.loadTenant() }),
    [state, session],
  );
  return <TenantContext value={value}>{children}</TenantContext>;
}

export function useTenant(): TenantValue {
  const tenant = use(TenantContext);
  if (!tenant) {
    throw new Error('useTenant is for what is inside of <TenantProvider>');
  }
  return tenant;
}
