import type { Tenant } from '@/lib/tenancy/tenancy-api';

export function TenantInfo({ tenant }: { tenant: Tenant }) {
  return (
    <section aria-label="Tenant">
      <h1>{tenant.name}</h1>
      <p>{tenant.description}</p>
      <p>
        <meter min={0} max={tenant.max_users} value={tenant.user_count} aria-label="Seats taken" /> {tenant.user_count} of{' '}
        {tenant.max_users} users
      </p>
    </section>
  );
}
