import { readFile } from 'node:fs/promises'

/** The CSS blocks of the section of a guide, by its heading. */
export async function readCssBlocks(guide: string, heading: string): Promise<string[]> {
  const text = await readFile(guide, 'utf8')
  const [, section = ''] = text.split(`\n${heading}\n`)
  const [untilNext = ''] = section.split(/^##+ /m)
  const blocks = [...untilNext.matchAll(/^```css\n([\s\S]*?)^```$/gm)].map(([, css = '']) => css)
  if (blocks.length === 0) throw new Error(`${guide} has no CSS in the section ${heading}`)
  return blocks
}
