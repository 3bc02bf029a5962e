import fc from 'fast-check'
import { LRUCache } from 'lru-cache'
import { expect, it } from 'vitest'
import { LruCache } from '../../../src/proxy/sharing/LruCache.js'

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
const command = fc.oneof(
  fc.record({ name: fc.constant('get' as const), key }),
  fc.record({ name: fc.constant('delete' as const), key }),
  fc.record({ name: fc.constant('set' as const), key, size: fc.integer({ min: 1, max: 12 }) }),
)

it('keeps the same values as the library `lru-cache`', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const ours = new LruCache<number>({ entries: 4, bytes: 10 })
      const library = new LRUCache<string, number>({ max: 4, maxSize: 10 })
      for (const [index, each] of commands.entries()) {
        if (each.name === 'get') expect(ours.get(each.key)).toBe(library.get(each.key))
        else if (each.name === 'delete') {
          ours.delete(each.key)
          library.delete(each.key)
        } else {
          ours.set(each.key, index, each.size)
          library.set(each.key, index, { size: each.size })
        }
        // The library iterates from the most recently used one.
        expect([...ours.keys()]).toEqual([...library.keys()].reverse())
      }
    }),
    { numRuns: 500 },
  )
})
