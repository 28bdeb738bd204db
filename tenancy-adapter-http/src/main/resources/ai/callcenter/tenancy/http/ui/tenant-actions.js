import { TenancyError } from './tenancy-error.js';

/**
 * What can be done, as functions that need no object.
 *
 * @param {import('./tenant-session.js').TenantSession | null} session null where nobody is signed in
 */
export function actions(session) {
  const names = [
    'switchTenant', 'createTenant', 'updateTenant', 'deleteTenant', 'addTenantMember', 'changeTenantMember',
    'removeTenantMember', 'leaveTenant', 'loadTenants', 'refresh',
  ];
  const call = (name) => async (...given) => {
    if (!session) {
      throw new TenancyError('Nobody is signed in.', { status: 401, code: 'missing_token' });
    }
    return session[name](...given);
  };
  return Object.fromEntries(names.map((name) => [name, call(name)]));
}
