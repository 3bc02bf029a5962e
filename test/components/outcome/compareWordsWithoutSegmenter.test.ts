import { afterAll, beforeAll, expect, it } from 'vitest'
import { compare } from './formatLines.js'

const { Segmenter } = Intl
beforeAll(() => void Reflect.deleteProperty(Intl, 'Segmenter'))
afterAll(
  () =>
    void Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true, writable: true }),
)

it.each([
  ['Latin', 'Be very kind.', 'Be very brief.', '- Be very [kind].'],
  ['Cyrillic', 'Будь вежливым.', 'Будь вежливой.', '- Будь [вежливым].'],
  ['combining marks', 'un cafe\u0301 noir', 'un cafe\u0300 noir', '- un [cafe\u0301] noir'],
  ['digits', 'wait 10 days', 'wait 100 days', '- wait [10] days'],
  ['underscores', 'use order_id now', 'use order_no now', '- use [order_id] now'],
  ['characters between words', 'a well (really)', 'a well, really', '- a well [(]really[)]'],
  ['nothing', '', 'a', '+ [a]'],
])('without `Intl.Segmenter`, as in Firefox before 125, compares %s', (_, before, after, expected) => {
  expect(compare(before, after)[0]).toBe(expected)
})
