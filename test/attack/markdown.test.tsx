import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEED } from '../property/arbitraries.js'
import { logFigures } from '../soak/logFigures.js'
import { anyMarkdown } from './anyMarkdown.js'
import { expectQuickMarkdown, MAX_RATIO } from './expectQuickMarkdown.js'

test(`MarkdownSummary renders any of 10,000 texts in less than ${MAX_RATIO} times the time of plain words`, () => {
  const { markdownCount, maxRatio } = expectQuickMarkdown(anyMarkdown, { seed: SEED, numRuns: 10_000 })
  logFigures(
    `${markdownCount} texts rendered as Markdown; at most ${maxRatio.toFixed(1)} times the time of plain words`,
  )
  expect(markdownCount).toBeGreaterThan(3_000)
})

test.each([
  '<?',
  '<!A',
  '<!--',
  '<![CDATA[',
  '<a b="',
  "<a b='",
  '</a ',
  '[a](b (',
  '[a](<)> (',
  '![a](b "',
  '\\``',
  '*a_',
])(
  `MarkdownSummary renders unclosed %s in less than ${MAX_RATIO} times the time of plain words`,
  (opener) => {
    const anyUnclosed = fc
      .record({ count: fc.integer({ min: 1, max: 25_000 }), filler: fc.constantFrom(opener, 'x', 'x ', ' ') })
      .map(({ count, filler }) => `x ${opener.repeat(count)}${filler.repeat(50_000)}`.slice(0, 50_000))
    expectQuickMarkdown(anyUnclosed, {
      examples: [1, 10, 40, 100, 150, 250, 350, 700].flatMap((count) =>
        ['x', 'x '].map((filler): [string] => [`x ${opener.repeat(count)}`.padEnd(50_000, filler)]),
      ),
      numRuns: 26,
      seed: SEED,
    })
  },
)
