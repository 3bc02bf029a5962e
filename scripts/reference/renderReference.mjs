/**
 * @typedef {import('./readPackage.mjs').Entry} Entry
 * @typedef {import('./readPackage.mjs').Export} Export
 * @typedef {import('./readPackage.mjs').Member} Member
 * @typedef {import('./readDoc.mjs').Doc} Doc
 */

/** @type {[string, Export['kind'][]][]} */
const GROUPS = [
  ['Hooks', ['hook']],
  ['Components', ['component', 'namespace']],
  ['Functions', ['function']],
  ['Classes', ['class']],
  ['Constants', ['constant']],
  ['Types', ['type']],
]
const OTHER_PACKAGES = {
  '@tanstack/react-query': ['QueryClient', 'QueryClientProvider', 'useInfiniteQuery', 'useQuery'],
  '@testing-library/react': ['render'],
}

/**
 * Writes the pages of the reference, by their names.
 *
 * @param {Entry[]} entries
 * @returns {{ pages: Map<string, string>, problems: string[] }}
 */
export function renderReference(entries) {
  const exports = entries.flatMap((entry) => entry.exports)
  const byName = new Map(
    exports.flatMap((item) => [
      [item.declaredName, item],
      [item.name, item],
    ]),
  )
  /** @type {string[]} */
  const problems = []
  const pages = new Map([['README.md', renderOverview(entries)]])
  for (const entry of entries) pages.set(`${entry.page}.md`, renderPage(entry))
  return { pages, problems }

  /** @param {Entry} entry */
  function renderPage(entry) {
    const groups = groupsOf(entry)
    const elsewhere = entry.names.filter(({ name }) => byName.get(name)?.entry !== entry.page)
    const contents = groups.map(
      ([title, items]) => `- ${title}: ${items.map((item) => link(item, entry)).join(', ')}`,
    )
    if (elsewhere.length > 0) {
      const links = elsewhere
        .map(({ name }) => byName.get(name))
        .flatMap((item) => (item ? link(item, entry) : []))
      contents.push(`- Described elsewhere: ${links.join(', ')}`)
    }
    const sections = groups.flatMap(([title, items]) => [
      `## ${title}`,
      ...items.flatMap((item) => renderExport(item, entry, 3)),
    ])
    if (!entry.doc.text) problems.push(`${entry.file} has no comment that says what it is for`)
    const parts = [
      `# ${entry.specifier}`,
      prose(entry.doc.text, entry, entry.page),
      contents.join('\n'),
      ...sections,
    ]
    return `${[...parts, FOOTER].join('\n\n')}\n`
  }

  /** What stands on its own; options, props and results stand under what they belong to. @param {Entry} entry */
  function groupsOf({ exports: items }) {
    return GROUPS.map(([title, kinds]) => {
      const own = items.filter((item) => kinds.includes(item.kind) && !ownerOf(item))
      return /** @type {[string, Export[]]} */ ([title, own.sort(byNameOf)])
    }).filter(([, own]) => own.length > 0)
  }

  /** @param {Export} item */
  function ownerOf({ name, doc: { text }, entry }) {
    const [, ofWhat, returned] =
      /^(?:Props|Options) of (?:\{@link |`)([\w.]+)|^What (?:\{@link |`)(\w+)(?:\}|`) returns/.exec(text) ??
      []
    const owner = byName.get(ofWhat ?? returned ?? (/^(\w+)\.\w+$/.exec(name)?.[1] || ''))
    return owner?.entry === entry ? owner : undefined
  }

  /** @param {Export} item @param {Entry} entry @param {number} depth @returns {string[]} */
  function renderExport(item, entry, depth) {
    const { name, kind, doc, code, members } = item
    if (!doc.text) problems.push(`${name} has no TSDoc comment`)
    for (const { text } of [doc, ...members.map((member) => member.doc)]) {
      const [, tag] = /^@(\w+)/m.exec(text) ?? []
      if (tag) problems.push(`${name}: the reference does not know the tag @${tag}`)
    }
    const owned = entry.exports.filter((other) => ownerOf(other) === item).sort(byNameOf)
    return [
      `${'#'.repeat(Math.min(depth, 6))} \`${kind === 'component' ? `<${name}>` : name}\``,
      prose(doc.text, entry, name, members),
      ...(code ? [declaration(code, entry)] : []),
      ...(kind === 'component' ? [renderProps(item, entry)] : []),
      ...(members.length > 0 ? [renderMembers(item, entry)] : []),
      outcomes(doc, entry, name)
        .map((sentence) => `- ${sentence}`)
        .join('\n'),
      ...[...doc.examples, ...members.flatMap((member) => member.doc.examples)].map((text) =>
        example(text, entry),
      ),
      ...owned.flatMap((other) => renderExport(other, entry, depth + 1)),
    ].filter(Boolean)
  }

  /** What a call gives and throws. @param {Doc} doc @param {Entry} entry @param {string} name */
  function outcomes({ returns, throws }, entry, name) {
    const sentences = throws.map((reason) => `Throws ${prose(withCode(reason), entry, name)}.`)
    return returns ? [`Returns ${prose(returns.replace(/\.$/, ''), entry, name)}.`, ...sentences] : sentences
  }

  /** `TypeError for …`: what is thrown is code. @param {string} reason */
  function withCode(reason) {
    return reason.replace(/^(?:an? )?([A-Z]\w*Error|Error)\b/, '`$1`').replace(/\.$/, '')
  }

  /** @param {Export} item @param {Entry} entry */
  function renderProps({ props, ref }, entry) {
    const [, element] = /^ComponentPropsWithoutRef<'(\w+)'>$/.exec(props ?? '') ?? []
    const taken = element ? `those of \`<${element}>\`` : props ? typeCell(props, entry) : 'none'
    return `Props: ${taken}.${ref ? ` Its \`ref\` is the \`${ref}\`.` : ''}`
  }

  /** @param {Export} item @param {Entry} entry */
  function renderMembers({ name, members }, entry) {
    const rows = members.map((member) => {
      const { doc } = member
      if (!doc.text && !doc.defaultValue) problems.push(`${name}.${member.name} has no TSDoc comment`)
      const texts = [
        prose(doc.text, entry, name, members),
        doc.defaultValue === null ? '' : `Default: ${defaultText(doc.defaultValue)}.`,
        ...outcomes(doc, entry, name),
      ]
      const text = texts.filter(Boolean).join(' ').replace(/\n+/g, ' ').replaceAll('|', '\\|')
      return `| \`${member.name}${member.isOptional ? '?' : ''}\` | ${typeCell(member.type, entry)} | ${text} |`
    })
    return ['| | type | |', '|---|---|---|', ...rows].join('\n')
  }

  /** @param {string} type @param {Entry} entry */
  function typeCell(type, entry) {
    const text = `\`${type.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``
    const [first, ...others] = namesIn(type)
    if (!first) return text
    if (others.length === 0) return `[${text}](${buildHref(first, entry)})`
    return `${text} (${[first, ...others].map((item) => link(item, entry)).join(', ')})`
  }

  /** How it is declared, word for word; the compiler has seen it in the source. @param {string} code @param {Entry} entry */
  function declaration(code, entry) {
    const own = /^\w+ ([\w.]+)/.exec(code)?.[1]
    const names = namesIn(code).filter((item) => item.name !== own)
    const see = names.length > 0 ? `\n\nSee ${names.map((item) => link(item, entry)).join(', ')}.` : ''
    return `\`\`\`typescript\n${code}\n\`\`\`${see}`
  }

  /** @param {string} code @returns {Export[]} */
  function namesIn(code) {
    const bare = code.replace(/\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"/g, '')
    const names = bare.match(/\b[A-Z]\w+/g) ?? []
    return [...new Set(names.flatMap((name) => byName.get(name) ?? []))].filter(
      (item) => !item.name.includes('.'),
    )
  }

  /** A comment's text with its links. @param {string} text @param {Entry} entry @param {string} self @param {Member[]} [members] */
  function prose(text, entry, self, members = []) {
    return text
      .replace(/\{@link ([\w.]+)\}/g, (_, name) => {
        const item = byName.get(name)
        if (item) return `\`${item.name}\``
        if (byName.has(name.split('.')[0])) return `\`${name}\``
        if (members.some((member) => member.name === name)) return `\`${name}\``
        problems.push(`${self}: {@link ${name}} leads nowhere`)
        return name
      })
      .replace(/(?<!\[)`<?([\w.]+?)(?:\(\))?>?`/g, (whole, name) => {
        const item = byName.get(name) ?? (name.includes('.') ? byName.get(name.split('.')[0]) : undefined)
        const isMember = members.some((member) => member.name === name)
        return item && item.name !== self && !isMember ? `[${whole}](${buildHref(item, entry)})` : whole
      })
  }

  /** @param {Export} item @param {Entry} entry */
  function link(item, entry) {
    return `[\`${item.name}\`](${buildHref(item, entry)})`
  }

  /** @param {Export} item @param {Entry} entry */
  function buildHref(item, entry) {
    const page = item.entry === entry.page ? '' : `${item.entry}.md`
    const name = anchorOf(item)
    // A function and a type may differ in capitals only: GitHub numbers the second heading of a name.
    const before = exports.some((other) => {
      return (
        other.entry === item.entry &&
        anchorOf(other) === name &&
        other.kind !== 'type' &&
        item.kind === 'type'
      )
    })
    return `${page}#${name}${before ? '-1' : ''}`
  }

  /** An example is an excerpt: what it uses of the package, and where that is from, is put before it.
   * @param {string} code @param {Entry} entry */
  function example(code, entry) {
    const words = code.replace(/\/\/.*|'[^'\n]*'/g, '').match(/(?<![.\w])[A-Za-z]\w+/g) ?? []
    /** @type {Map<string, Set<string>>} */
    const imports = new Map()
    for (const word of words) {
      const from = sourceOf(word, entry)
      if (!from || new RegExp(`(const|function) ${word}\\b`).test(code)) continue
      const name = byName.get(word)?.kind === 'type' ? `type ${word}` : word
      imports.set(from, (imports.get(from) ?? new Set()).add(name))
    }
    const lines = [...imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) => {
        return `import { ${[...names].sort().join(', ')} } from '${from}'`
      })
    const language = /<\/|\/>/.test(code) ? 'tsx' : 'ts'
    return `\`\`\`${language}\n${lines.length > 0 ? `${lines.join('\n')}\n\n` : ''}${code}\n\`\`\``
  }

  /** The entry to import a name from: the page's own, if it has it. @param {string} name @param {Entry} entry */
  function sourceOf(name, entry) {
    const item = byName.get(name)
    if (!item) return Object.entries(OTHER_PACKAGES).find(([, names]) => names.includes(name))?.[0]
    const isValue = item.kind !== 'type'
    const has = (/** @type {Entry} */ { names }) =>
      names.some((exported) => exported.name === name && !(isValue && exported.isType))
    return [entry, ...entries].find(has)?.specifier
  }

  /** @param {Entry[]} all */
  function renderOverview(all) {
    const parts = all.map((entry) => {
      const page = { ...entry, page: 'README' }
      const lines = groupsOf(entry).map(
        ([title, items]) => `- ${title}: ${items.map((item) => link(item, page)).join(', ')}`,
      )
      return [
        `## [\`${entry.specifier}\`](${entry.page}.md)`,
        prose(entry.doc.text, page, ''),
        lines.join('\n'),
      ].join('\n\n')
    })
    return `${['# Reference', 'Everything that the package exports, by where it is imported from.', ...parts, FOOTER].join('\n\n')}\n`
  }
}

const FOOTER =
  '<!-- Made from the comments in src by `npm run docs:reference`. Change those, and not this. -->'

/** @param {Export} item */
function anchorOf({ name }) {
  return name.toLowerCase().replaceAll('.', '')
}

/** @param {Export} a @param {Export} b */
function byNameOf(a, b) {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1
}

/** What looks like code is shown as code. @param {string} value */
function defaultText(value) {
  return /^([\d_.]+|true|false|\[\]|'[^']*')$/.test(value) ? `\`${value}\`` : value.replace(/\.$/, '')
}
