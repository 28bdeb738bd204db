'use client';

import { Members } from '@/components/members';
import { SignIn } from '@/components/sign-in';
import { TenantInfo } from '@/components/tenant-info';
import { TenantSwitcher } from '@/components/tenant-switcher';
import { useAuth } from '@/providers/auth';
import { useTenant } from '@/providers/tenant';

export default function Page() {
  const { token, signOut } = useAuth();
  const { tenant, loading, error } = useTenant();
  if (!token) {
    return <SignIn />;
  }
  return (
    <>
      <header>
        <strong>Call desk</strong>
        <TenantSwitcher />
        <button onClick={() => signOut()}>Sign out</button>
      </header>
      <main>
        {loading && !tenant && <p role="status">Loading…</p>}
        {error && <p role="alert">{error.message}</p>}
        {tenant && <TenantInfo tenant={tenant} />}
        {tenant && <Members key={tenant.id} tenant={tenant} />}
      </main>
    </>
  );
}
