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
  /** One run. */
  const measure = (text: string) => measureCpuMs(() => render(text), Number.POSITIVE_INFINITY)
  let plainMs = measureCpuMs(() => render(PLAIN_TEXT), 0)
  fc.assert(
    fc.property(anyText, (text) => {
      let html = ''
      const ms = measureCpuMs(() => {
        html = render(text)
      }, Number.POSITIVE_INFINITY)
      if (html.includes('rpo-markdown')) markdownCount++
      let ratio = ms / plainMs
      // The machine may be busy, or have become slower: the least of five, side by side.
      for (let count = 0; count < 5 && ratio >= MAX_RATIO; count++) {
        plainMs = measure(PLAIN_TEXT)
        ratio = Math.min(ratio, measure(text) / plainMs)
      }
      maxRatio = Math.max(maxRatio, ratio)
      expect(ratio).toBeLessThan(MAX_RATIO)
    }),
    // Shrinking would take minutes.
    { ...parameters, endOnFailure: true },
  )
  return { markdownCount, maxRatio }
}
