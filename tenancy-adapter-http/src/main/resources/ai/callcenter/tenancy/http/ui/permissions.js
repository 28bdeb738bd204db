/**
 * What a role is offered. The server decides by itself on every call; this only keeps away what it would refuse. The
 * table is the one of the API's document.
 */
const RANK = { viewer: 1, member: 2, admin: 3, platform_admin: 4 };

const LEAST = {
  readMembers: 'viewer',
  readConfigs: 'member',
  changeTenant: 'admin',
  writeConfigs: 'admin',
  manageMembers: 'admin',
  readAudit: 'admin',
  deleteTenant: 'admin',
  changeSeats: 'platform_admin',
  suspend: 'platform_admin',
};

/** The roles that a member can have, from the least. */
export const ROLES = ['viewer', 'member', 'admin'];

/** What a role may do, for those who choose one. */
export const ROLE_HINTS = {
  viewer: 'Sees the tenant and its members',
  member: 'Sees the tenant, its members and its configuration',
  admin: 'Sees and changes everything, members and settings included',
};

/** Whether a role may do something. @param {string | null} role @param {keyof typeof LEAST} action */
export function may(role, action) {
  return (RANK[role] ?? 0) >= RANK[LEAST[action]];
}

/** A role or a status in words. */
export function label(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What becomes of a tenant that is deleted. */
export const DELETION =
  'Its members lose access with their next click, and keep their accounts and other tenants. ' +
  'A deleted tenant cannot be brought back; its rows stay in the database.';
