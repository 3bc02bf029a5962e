import { expect, test } from 'vitest'
import { anyMarkdown } from '../property/anyMarkdown.js'
import { SEED } from '../property/arbitraries.js'
import { expectQuickMarkdown } from '../property/expectQuickMarkdown.js'
import { logFigures } from '../soak/logFigures.js'

test('MarkdownSummary renders any of 10,000 texts of 50,000 characters in less than 100 ms', () => {
  const { markdownCount, longestMs } = expectQuickMarkdown(anyMarkdown, { seed: SEED, numRuns: 10_000 })
  logFigures(`${markdownCount} texts rendered as Markdown; at most ${longestMs.toFixed(0)} ms`)
  expect(markdownCount).toBeGreaterThan(3_000)
})
