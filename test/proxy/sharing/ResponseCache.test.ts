import fc from 'fast-check'
import { LRUCache } from 'lru-cache'
import { expect, it } from 'vitest'
import { ResponseCache } from '../../../src/proxy/sharing/ResponseCache.js'

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
const command = fc.oneof(
  fc.record({ name: fc.constant('get' as const), key }),
  fc.record({ name: fc.constant('delete' as const), key }),
  fc.record({ name: fc.constant('set' as const), key, length: fc.integer({ min: 0, max: 10 }) }),
)

it('keeps the same responses as the library `lru-cache`', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const ours = new ResponseCache({ entries: 3, bytes: 50 })
      const library = new LRUCache<string, object>({ max: 3, maxSize: 50 })
      for (const each of commands) {
        if (each.name === 'get') expect(ours.get(each.key)?.response).toBe(library.get(each.key))
        else if (each.name === 'delete') {
          ours.delete(each.key)
          library.delete(each.key)
        } else {
          const response = { status: 200, json: 'x'.repeat(each.length) }
          ours.set(each.key, response, 60_000)
          library.set(each.key, response, { size: 2 * (each.key.length + each.length) })
        }
        // The library iterates from the most recently used one.
        expect([...ours.keys()]).toEqual([...library.keys()].reverse())
      }
    }),
    { numRuns: 500 },
  )
})
