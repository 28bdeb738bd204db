import { startTransition, useActionState } from 'react';
import { useTenantManagement } from '@/providers/tenant-management';

export function TenantSwitcher() {
  const { userTenants, currentTenantId, switchTenant } = useTenantManagement();
  const [fault, change, pending] = useActionState(async (_: string | null, id: string) => {
    try {
      await switchTenant(id);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }, null);
  return (
    <form>
      <label htmlFor="tenant">Tenant</label>
      <select
        id="tenant"
        value={currentTenantId ?? ''}
        disabled={pending}
        onChange={(event) => {
          const id = event.target.value;
          // An action, so that React shows that it runs.
          startTransition(() => change(id));
        }}
      >
        {currentTenantId === null && <option value="">Choose one</option>}
        {userTenants.map(({ id, name, status }) => (
          <option key={id} value={id} disabled={status !== 'active'}>
            {name}
          </option>
        ))}
      </select>
      {fault && <span role="alert">{fault}</span>}
    </form>
  );
}
