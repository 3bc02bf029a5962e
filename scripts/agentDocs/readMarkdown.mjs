import { posix } from 'node:path'

/**
 * The text below a heading of the second level, without the heading.
 *
 * @param {string} document
 * @param {string} heading
 */
export function getSection(document, heading) {
  const [, section] = document.split(`\n## ${heading}\n`)
  if (section === undefined) throw new Error(`There is no section “${heading}”.`)
  return (section.split('\n## ')[0] ?? '').trim()
}

/**
 * The sections of the second level, by heading.
 *
 * @param {string} document
 */
export function getSections(document) {
  const [, ...sections] = document.split(/^## /m)
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n')
    return { heading, text: lines.join('\n').trim() }
  })
}

/**
 * The first block of code that starts with this fence, fences included.
 *
 * @param {string} text
 * @param {string} fence
 */
export function getCodeBlock(text, fence) {
  const [block] = new RegExp(`^\`\`\`${fence}\\n[\\s\\S]*?^\`\`\`$`, 'm').exec(text) ?? []
  if (!block) throw new Error(`There is no block of ${fence}.`)
  return block
}

/**
 * The cells of the rows of the first table, without its head.
 *
 * @param {string} text
 */
export function getTableRows(text) {
  const [, ...rows] = text.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(1).map((row) => row.split(' | ').map((cell) => cell.replace(/^\| ?| ?\|$/g, '')))
}

/**
 * The first paragraph on one line, without a sentence that introduces a list.
 *
 * @param {string} text
 */
export function getParagraph(text) {
  const [paragraph = ''] = text.split(/\n\n|\n(?=- )/)
  return paragraph
    .replace(/\s+/g, ' ')
    .replace(/(^|(?<=\. ))[^.]*:$/, '')
    .trim()
}

/**
 * The first sentence on one line. That of a list ends where the list begins.
 *
 * @param {string} text
 */
export function getFirstSentence(text) {
  const [paragraph = ''] = text.split(/\n\n|\n(?=- )/)
  const line = paragraph.replace(/\s+/g, ' ').trim()
  return (/^.*?\.(?=\s|$)/.exec(line)?.[0] ?? line).replace(/:$/, '.')
}

/**
 * Relative links of a document, as another document in the package needs them.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export function moveLinks(text, from, to) {
  return text.replace(/\]\((?![a-z]+:)([^)#\s]*)/g, (_, link) => {
    const path = link ? posix.join(posix.dirname(from), link) : from
    return `](${posix.relative(posix.dirname(to), path)}`
  })
}
