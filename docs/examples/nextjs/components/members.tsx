import { useActionState, useEffect, useState } from 'react';
import type { Member, Tenant } from '@/lib/tenancy/tenancy-api';
import { useTenant } from '@/providers/tenant';
import { useTenantManagement } from '@/providers/tenant-management';

export function Members({ tenant }: { tenant: Tenant }) {
  const { role } = useTenant();
  const { api, addTenantMember, removeTenantMember } = useTenantManagement();
  const [members, setMembers] = useState<Member[]>([]);
  const [said, change, pending] = useActionState(async (_: string | null, work: () => Promise<string>) => {
    try {
      return await work();
    } catch (error) {
      return (error as Error).message;
    }
  }, null);

  // Also after each change, which brings another count.
  useEffect(() => {
    const ongoing = new AbortController();
    api.listTenantMembers(tenant.id, {}, ongoing.signal).then(({ items }) => setMembers(items), () => {});
    return () => ongoing.abort();
  }, [api, tenant]);

  const mayManage = role === 'admin' || role === 'platform_admin';
  const add = (form: FormData) =>
    change(async () => {
      const { email } = await addTenantMember(String(form.get('email')));
      return `${email} was added.`;
    });
  const remove = (email: string) => () =>
    change(async () => {
      await removeTenantMember(email);
      return `${email} was removed.`;
    });
  return (
    <section aria-label="Members">
      <h2>Members</h2>
      {mayManage && (
        <form action={add}>
          <label htmlFor="email">E-mail</label>
          <input id="email" name="email" type="email" required />
          <button disabled={pending}>Add</button>
        </form>
      )}
      <p role="status">{said}</p>
      <table>
        <tbody>
          {members.map(({ email, role: theirs }) => (
            <tr key={email}>
              <td>{email}</td>
              <td>{theirs}</td>
              <td>
                {mayManage && (
                  <form action={remove(email)}>
                    <button disabled={pending} aria-label={`Remove ${email}`}>Remove</button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
