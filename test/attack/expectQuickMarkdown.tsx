import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import { MarkdownSummary } from '../../src/markdown.js'
import { measureCpuMs } from '../support/measureCpuMs.js'

/** How much longer than plain words of the same length a text may take, on any machine. */
export const MAX_RATIO = 8

const PLAIN_TEXT = 'word '.repeat(10_000)

const render = (text: string) => renderToStaticMarkup(<MarkdownSummary>{text}</MarkdownSummary>)

/**
 * Renders every text of 50,000 characters in less than {@link MAX_RATIO} times the time of plain words. Returns how many were rendered as
 * Markdown, and the largest ratio.
 */
export function expectQuickMarkdown(
  anyText: fc.Arbitrary<string>,
  parameters: fc.Parameters<[string]>,
): { markdownCount: number; maxRatio: number } {
  let markdownCount = 0
  let maxRatio = 0
  // The first run also compiles.
  render(PLAIN_TEXT)
  // The least of five runs.
  const measurePlainMs = () => measureCpuMs(() => render(PLAIN_TEXT), 0)
  let plainMs = measurePlainMs()
  fc.assert(
    fc.property(anyText, (text) => {
      let html = ''
      const ms = measureCpuMs(() => {
        html = render(text)
      }, MAX_RATIO * plainMs)
      if (html.includes('rpo-markdown')) markdownCount++
      // The machine may have become slower.
      if (ms >= MAX_RATIO * plainMs) plainMs = measurePlainMs()
      maxRatio = Math.max(maxRatio, ms / plainMs)
      expect(ms / plainMs).toBeLessThan(MAX_RATIO)
    }),
    // Shrinking would take minutes.
    { ...parameters, endOnFailure: true },
  )
  return { markdownCount, maxRatio }
}
