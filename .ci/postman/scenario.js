// A walk through every operation of the document, in an order in which each succeeds.
// status: the answer, where it is not the first 2xx of the document.
// keep: what later requests need of the answer, as variable: path in the body.
// set: values of path parameters, as parameter: value.
// body: what is sent, where it is not the first example of the document.

const id = '{{tenant_id}}'
const email = 'max@acme.example'
const key = 'greeting'

export const scenario = [
  ['getLiveness'],
  ['getReadiness'],
  ['getMetrics'],
  ['getKeys', { status: 404 }], // The demo signs with a shared secret.
  ['getOpenapi'],
  ['getDocs'],
  ['getDocsFile', { set: { file: 'page.js' } }],
  ['getUiFile', { set: { path: 'importmap.json' } }],
  ['getConsole'],
  ['getSignIn'],
  ['signInToDemo'],
  ['getMe'],
  ['createTenant', { keep: { tenant_id: 'id' } }],
  ['listTenants'],
  ['switchTenant', { set: { id }, keep: { bearerToken: 'token', refresh_token: 'refresh_token' } }],
  ['refreshToken', { body: { refresh_token: '{{refresh_token}}' }, keep: { bearerToken: 'token' } }],
  ['getCurrentTenant'],
  ['countUsers'],
  ['changeCurrentTenant'],
  ['getTenant', { set: { id } }],
  ['changeTenant', { set: { id } }],
  ['addMember', { set: { id } }],
  ['listMembers', { set: { id } }],
  ['getMember', { set: { id, email } }],
  ['changeMember', { set: { id, email } }],
  ['removeMember', { set: { id, email } }],
  ['setConfig', { set: { id, key }, status: 201 }],
  ['listConfigs', { set: { id } }],
  ['getConfig', { set: { id, key } }],
  ['deleteConfig', { set: { id, key } }],
  ['listAudit', { set: { id } }],
  ['deleteTenant', { set: { id } }],
  ['signOut'] // Last: it ends the token that all of them use.
]
