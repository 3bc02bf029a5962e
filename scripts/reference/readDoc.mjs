/**
 * @typedef {object} Doc
 * @property {string} text
 * @property {string | null} defaultValue
 * @property {string | null} returns
 * @property {string[]} throws
 * @property {string[]} examples
 */

/**
 * Parses a TSDoc comment, delimiters included. `@default` may end a line; the other tags start one.
 *
 * @param {string} comment
 * @returns {Doc}
 */
export function readDoc(comment) {
  const body = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\* ?/gm, '')
    .replace(/@packageDocumentation/, '')
  const [text = '', ...tags] = body.split(/(?:^|\s)@(?=(?:default|returns|throws|example)\b)/m)
  /** @param {string} name */
  const texts = (name) =>
    tags
      .filter((tag) => tag.startsWith(name))
      .map((tag) => tag.slice(name.length).replace(/^\s*\n|\s+$/g, ''))
  return {
    text: text.trim(),
    defaultValue: texts('default')[0]?.trim().replace(/\s+/g, ' ') ?? null,
    returns: texts('returns')[0]?.trim().replace(/\s+/g, ' ') ?? null,
    throws: texts('throws').map((reason) => reason.trim().replace(/\s+/g, ' ')),
    examples: texts('example'),
  }
}
