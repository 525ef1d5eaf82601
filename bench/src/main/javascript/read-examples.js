// Lets a generated client read the example of each answer in the contract and write it again: read-examples.js CONTRACT CLIENT
const { deepStrictEqual } = require('node:assert')
const { readFileSync } = require('node:fs')

const [contract, client] = process.argv.slice(2)
const models = require(client)
let read = 0
const wrong = []
for (const operations of Object.values(JSON.parse(readFileSync(contract)).paths)) {
  for (const { operationId, responses = {} } of Object.values(operations)) {
    const { example, schema } = responses['200']?.content?.['application/json'] ?? {}
    const name = schema?.$ref?.split('/').pop()
    if (!example || !name) continue
    try {
      deepStrictEqual(plain(models[name + 'ToJSON'](models[name + 'FromJSON'](example))), plain(example))
      read++
    } catch (failure) {
      wrong.push(`${operationId}: ${name}: ${failure.message}`)
    }
  }
}
console.log(`the client reads ${read} examples and writes them as they were`)
if (wrong.length || !read) {
  console.error('it does not do so with:\n' + wrong.join('\n'))
  process.exit(1)
}

// As it goes over the wire; times are told to the millisecond by every JavaScript.
function plain(value) {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) ? new Date(part).toISOString() : part)
}
