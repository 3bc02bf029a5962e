import { expect, it } from 'vitest'
import { formatSizeTable } from '../../scripts/sizes/formatSizeTable.mjs'

it('the table of sizes has what grew, shrank, stayed, came and went', () => {
  const before = [
    { name: 'hook', size: 5_000 },
    { name: 'card', size: 15_000 },
    { name: 'client', size: 700 },
    { name: 'old', size: 100 },
  ]
  const after = [
    { name: 'hook', size: 6_200 },
    { name: 'card', size: 14_950 },
    { name: 'client', size: 700 },
    { name: 'new', size: 200 },
  ]
  expect(formatSizeTable(before, after).split('\n').slice(2)).toEqual([
    '| hook | 5,000 B | 6,200 B | +1,200 B |',
    '| card | 15,000 B | 14,950 B | −50 B |',
    '| client | 700 B | 700 B | 0 |',
    '| new | – | 200 B | new |',
    '| old | 100 B | – | removed |',
  ])
})
