import { expect, it } from 'vitest'
import { collapseRows } from '../../../src/components/outcome/collapseRows.js'

/** `.` is an unchanged row, anything else a changed one; collapsed rows are in brackets. */
const format = (rows: string) =>
  collapseRows([...rows], (row) => row === '.')
    .map(({ row, collapsed }) => row ?? `[${collapsed.join('')}]`)
    .join('')

it.each([
  ['no row of none', '', ''],
  ['no changed row', 'abc', 'abc'],
  ['no single row', '.', '.'],
  ['all rows if nothing has changed', '..', '[..]'],
  ['what is before the first change, but two rows', '....a', '[..]..a'],
  ['what is after the last change, but two rows', 'a....', 'a..[..]'],
  ['what is between changes, but two rows at each', 'a......b', 'a..[..]..b'],
  ['no single row before a change', '...a', '...a'],
  ['no single row after a change', 'a...', 'a...'],
  ['no single row between changes', 'a.....b', 'a.....b'],
  ['each run by itself', '.....a.b.......c', '[...]..a.b..[...]..c'],
])('collapses %s', (_, rows, expected) => {
  expect(format(rows)).toBe(expected)
})
