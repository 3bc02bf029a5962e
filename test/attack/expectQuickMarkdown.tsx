import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import { MarkdownSummary } from '../../src/markdown.js'
import { measureCpuMs } from '../support/measureCpuMs.js'

const MAX_CPU_MS = 100

/** Renders every text in less than 100 ms. Returns how many were rendered as Markdown, and the longest time. */
export function expectQuickMarkdown(
  anyText: fc.Arbitrary<string>,
  parameters: fc.Parameters<[string]>,
): { markdownCount: number; longestMs: number } {
  let markdownCount = 0
  let longestMs = 0
  // The first run also compiles.
  renderToStaticMarkup(<MarkdownSummary>{'# a\n- *b*\n'.repeat(50)}</MarkdownSummary>)
  fc.assert(
    fc.property(anyText, (text) => {
      let html = ''
      const ms = measureCpuMs(() => {
        html = renderToStaticMarkup(<MarkdownSummary>{text}</MarkdownSummary>)
      }, MAX_CPU_MS)
      if (html.includes('rpo-markdown')) markdownCount++
      longestMs = Math.max(longestMs, ms)
      expect(ms).toBeLessThan(MAX_CPU_MS)
    }),
    // Shrinking would take minutes.
    { ...parameters, endOnFailure: true },
  )
  return { markdownCount, longestMs }
}
