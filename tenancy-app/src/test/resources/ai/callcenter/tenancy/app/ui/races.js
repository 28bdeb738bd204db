// What the scenarios of RacesTest have in common: a server of promises, each answered when the scenario says so.
const [{ TenancyApi }, { TenantSession }] = await Promise.all([import('/ui/tenancy-api.js'), import('/ui/tenant-session.js')]);

const later = () => new Promise((resolve) => setTimeout(resolve));
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const soon = () => new Date(Date.now() + 1_000).toISOString();

/** A token that nobody verifies. */
function token(tenant) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iat: now, exp: now + 3600, ...(tenant ? { tenant_id: tenant } : {}) };
  return `e30.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
}

/** Requests as `METHOD /path`, each with `answer(status, body)` and `lose()`. */
const requests = [];
const fetch = (url, { method }) => {
  const path = new URL(url, location.origin).pathname.replace('/api/v1', '');
  return new Promise((resolve, reject) => {
    requests.push({
      what: `${method} ${path}`,
      answer: (status, body) => resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
      lose: () => reject(new TypeError('Failed to fetch')),
    });
  });
};

/** The next request like that, once it is there. */
async function asked(what) {
  for (let round = 0; round < 200; round++) {
    const at = requests.findIndex((request) => request.what === what);
    if (at >= 0) {
      return requests.splice(at, 1)[0];
    }
    await later();
  }
  throw new Error(`${what} was not asked, but ${requests.map((request) => request.what).join(', ') || 'nothing'}`);
}

const tenant = (id) => ({ id, name: `Tenant ${id}`, status: 'active', role: 'admin', user_count: 1, max_users: 25, metadata: {} });
const switched = (id, refresh) => ({ token: token(id), expires_at: inAnHour(), tenant: tenant(id), ...refresh });
const list = (...ids) => ({ items: ids.map(tenant), next_cursor: null });

/** A session of somebody who is in the tenant `a`, and is in `b` and `c` too. */
async function session() {
  const api = new TenancyApi({ token: token('a'), fetch });
  const made = new TenantSession(api, { server: `races ${Math.random()}` });
  const started = made.start();
  (await asked('GET /me')).answer(200, { id: 'u', email: 'ana@acme.example', role: 'user', current_tenant_id: null });
  (await asked('GET /tenants')).answer(200, list('a', 'b', 'c'));
  (await asked('GET /tenants/a')).answer(200, tenant('a'));
  await started;
  return made;
}
