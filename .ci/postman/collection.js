// node collection.js OPENAPI COLLECTION: makes the Postman collection of the document, in the scenario's order.
// Fails where the scenario lacks an operation of the document, or names one that there is not.

import { readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import converter from 'openapi-to-postmanv2'
import { scenario } from './scenario.js'

const [source, target] = process.argv.slice(2)
const text = readFileSync(source, 'utf8')
const paths = JSON.parse(text).paths

const operations = new Map()
for (const [path, methods] of Object.entries(paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    operations.set(operation.operationId, { ...operation, key: `${method.toUpperCase()} ${path}` })
  }
}
const named = scenario.map(([id]) => id)
const missing = [...operations.keys()].filter(id => !named.includes(id))
const unknown = named.filter(id => !operations.has(id))
if (missing.length > 0 || unknown.length > 0) {
  throw new Error(`scenario.js lacks [${missing}], and names [${unknown}], which the document does not`)
}

const convert = promisify(converter.convertV2.bind(converter))
const { result, reason, output } = await convert(
  { type: 'string', data: text },
  { parametersResolution: 'Example', folderStrategy: 'Tags', optimizeConversion: false }
)
if (!result) {
  throw new Error(reason)
}
const collection = output[0].data

const requests = new Map()
const collect = item => item.item ? item.item.forEach(collect) : requests.set(keyOf(item.request), item)
collection.item.forEach(collect)

function keyOf ({ method, url }) {
  return `${method} /${url.path.map(part => part.replace(/^:(.*)/, '{$1}')).join('/')}`
}

function step ([id, { status, set = {}, body, keep = {} } = {}]) {
  const operation = operations.get(id)
  const item = requests.get(operation.key)
  const { request } = item
  // Conditions and filters are for whoever has an entity tag or looks for something.
  request.header = (request.header ?? []).filter(({ key }) => !key.startsWith('If-'))
  for (const parameter of request.url.query ?? []) {
    parameter.disabled = parameter.key !== 'limit'
  }
  for (const variable of request.url.variable ?? []) {
    variable.value = set[variable.key] ?? variable.value
  }
  if (body) {
    request.body.raw = JSON.stringify(body)
  }
  const expected = status ?? Object.keys(operation.responses).find(code => code.startsWith('2'))
  const script = [
    `pm.test('${id} answers ${expected}', () => pm.response.to.have.status(${expected}))`,
    "pm.test('it can be quoted', () => pm.response.to.have.header('X-Request-Id'))",
    ...Object.entries(keep).map(([name, field]) => `pm.collectionVariables.set('${name}', pm.response.json().${field})`)
  ]
  return { ...item, name: operation.summary, event: [{ listen: 'test', script: { type: 'text/javascript', exec: script } }] }
}

collection.info.name = 'tenancy'
collection.variable = [{ key: 'baseUrl', value: 'http://127.0.0.1:8080' }]
collection.item = scenario.map(step)
writeFileSync(target, JSON.stringify(collection, null, 2) + '\n')
