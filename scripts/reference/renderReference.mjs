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
  '@tanstack/react-query': [
    'QueryClient',
    'QueryClientProvider',
    'useInfiniteQuery',
    'useQueries',
    'useQuery',
  ],
  '@testing-library/react': ['render'],
}

/**
 * Renders the reference pages, by file name.
 *
 * @param {Entry[]} entries
 * @returns {{ pages: Map<string, string>, errors: string[] }}
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
  const errors = []
  const pages = new Map([['README.md', renderOverview(entries)]])
  for (const entry of entries) pages.set(`${entry.page}.md`, renderPage(entry))
  return { pages, errors }

  /** @param {Entry} entry */
  function renderPage(entry) {
    const groups = getGroups(entry)
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
    if (!entry.doc.text) errors.push(`${entry.file} has no @packageDocumentation comment.`)
    const parts = [
      `# ${entry.specifier}`,
      renderText(entry.doc.text, entry, entry.page),
      contents.join('\n'),
      ...sections,
    ]
    return `${[...parts, FOOTER].join('\n\n')}\n`
  }

  /** Top-level exports; options, props and return types are rendered with their owner. @param {Entry} entry */
  function getGroups({ exports: items }) {
    return GROUPS.map(([title, kinds]) => {
      const own = items.filter((item) => kinds.includes(item.kind) && !getOwner(item))
      return /** @type {[string, Export[]]} */ ([title, own.sort(compareNames)])
    }).filter(([, own]) => own.length > 0)
  }

  /** @param {Export} item */
  function getOwner({ name, doc: { text }, entry }) {
    const [, ofWhat, returned] =
      /^(?:Props|Options) of (?:\{@link |`)([\w.]+)|\breturned by (?:\{@link |`)(\w+)/.exec(text) ?? []
    const owner = byName.get(ofWhat ?? returned ?? (/^(\w+)\.\w+$/.exec(name)?.[1] || ''))
    return owner?.entry === entry ? owner : undefined
  }

  /** @param {Export} item @param {Entry} entry @param {number} depth @returns {string[]} */
  function renderExport(item, entry, depth) {
    const { name, kind, doc, code, members } = item
    if (!doc.text) errors.push(`${name} has no TSDoc comment.`)
    for (const { text } of [doc, ...members.map((member) => member.doc)]) {
      const [, tag] = /^@(\w+)/m.exec(text) ?? []
      if (tag) errors.push(`${name}: the reference does not support the tag @${tag}.`)
    }
    const owned = entry.exports.filter((other) => getOwner(other) === item).sort(compareNames)
    return [
      `${'#'.repeat(Math.min(depth, 6))} \`${kind === 'component' ? `<${name}>` : name}\``,
      renderText(doc.text, entry, name, members),
      ...(code ? [renderDeclaration(code, entry)] : []),
      ...(kind === 'component' ? [renderProps(item, entry)] : []),
      ...(members.length > 0 ? [renderMembers(item, entry)] : []),
      renderOutcomes(doc, entry, name)
        .map((sentence) => `- ${sentence}`)
        .join('\n'),
      ...[...doc.examples, ...members.flatMap((member) => member.doc.examples)].map((text) =>
        renderExample(text, entry),
      ),
      ...owned.flatMap((other) => renderExport(other, entry, depth + 1)),
    ].filter(Boolean)
  }

  /** Sentences for `@returns` and `@throws`. @param {Doc} doc @param {Entry} entry @param {string} name */
  function renderOutcomes({ returns, throws }, entry, name) {
    const sentences = throws.map((reason) => `Throws ${renderText(withCode(reason), entry, name)}.`)
    return returns
      ? [`Returns ${renderText(returns.replace(/\.$/, ''), entry, name)}.`, ...sentences]
      : sentences
  }

  /** Formats the error class in `TypeError for …` as code. @param {string} reason */
  function withCode(reason) {
    return reason.replace(/^(?:an? )?([A-Z]\w*Error|Error)\b/, '`$1`').replace(/\.$/, '')
  }

  /** @param {Export} item @param {Entry} entry */
  function renderProps({ props, ref }, entry) {
    const [, element] = /^ComponentPropsWithoutRef<'(\w+)'>$/.exec(props ?? '') ?? []
    const propsText = element ? `those of \`<${element}>\`` : props ? typeCell(props, entry) : 'none'
    return `Props: ${propsText}.${ref ? ` Its \`ref\` is the \`${ref}\`.` : ''}`
  }

  /** @param {Export} item @param {Entry} entry */
  function renderMembers({ name, members }, entry) {
    const rows = members.map((member) => {
      const { doc } = member
      if (!doc.text && !doc.defaultValue) errors.push(`${name}.${member.name} has no TSDoc comment.`)
      const texts = [
        renderText(doc.text, entry, name, members),
        doc.defaultValue === null ? '' : `Default: ${formatDefault(doc.defaultValue)}.`,
        ...renderOutcomes(doc, entry, name),
      ]
      const text = texts.filter(Boolean).join(' ').replace(/\n+/g, ' ').replaceAll('|', '\\|')
      return `| \`${member.name}${member.isOptional ? '?' : ''}\` | ${typeCell(member.type, entry)} | ${text} |`
    })
    return ['| | type | |', '|---|---|---|', ...rows].join('\n')
  }

  /** @param {string} type @param {Entry} entry */
  function typeCell(type, entry) {
    const text = `\`${type.replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``
    const [first, ...others] = findNames(type)
    if (!first) return text
    if (others.length === 0) return `[${text}](${buildHref(first, entry)})`
    return `${text} (${[first, ...others].map((item) => link(item, entry)).join(', ')})`
  }

  /** Declaration as in the source. @param {string} code @param {Entry} entry */
  function renderDeclaration(code, entry) {
    const own = /^\w+ ([\w.]+)/.exec(code)?.[1]
    const names = findNames(code).filter((item) => item.name !== own)
    const see = names.length > 0 ? `\n\nSee ${names.map((item) => link(item, entry)).join(', ')}.` : ''
    return `\`\`\`typescript\n${code}\n\`\`\`${see}`
  }

  /** @param {string} code @returns {Export[]} */
  function findNames(code) {
    const bare = code.replace(/\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"/g, '')
    const names = bare.match(/\b[A-Z]\w+/g) ?? []
    return [...new Set(names.flatMap((name) => byName.get(name) ?? []))].filter(
      (item) => !item.name.includes('.'),
    )
  }

  /** Comment text with `{@link}` and code names resolved to links. @param {string} text @param {Entry} entry @param {string} self @param {Member[]} [members] */
  function renderText(text, entry, self, members = []) {
    return text
      .replace(/\{@link ([\w.]+)\}/g, (_, name) => {
        const item = byName.get(name)
        if (item) return `\`${item.name}\``
        if (byName.has(name.split('.')[0])) return `\`${name}\``
        if (members.some((member) => member.name === name)) return `\`${name}\``
        errors.push(`${self}: couldn’t resolve {@link ${name}}.`)
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
    const name = getAnchor(item)
    // When a function and a type differ in case only, GitHub appends -1 to the anchor of the second.
    const isSecond = exports.some((other) => {
      return (
        other.entry === item.entry &&
        getAnchor(other) === name &&
        other.kind !== 'type' &&
        item.kind === 'type'
      )
    })
    return `${page}#${name}${isSecond ? '-1' : ''}`
  }

  /** Example with import statements for what it uses of the package.
   * @param {string} code @param {Entry} entry */
  function renderExample(code, entry) {
    const identifiers = code.replace(/\/\/.*|'[^'\n]*'/g, '').match(/(?<![.\w])[A-Za-z]\w+/g) ?? []
    /** @type {Map<string, Set<string>>} */
    const imports = new Map()
    for (const identifier of identifiers) {
      const from = getSpecifier(identifier, entry)
      if (!from || new RegExp(`(const|function) ${identifier}\\b`).test(code)) continue
      const name = byName.get(identifier)?.kind === 'type' ? `type ${identifier}` : identifier
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

  /** Entry to import a name from, preferably the page's own. @param {string} name @param {Entry} entry */
  function getSpecifier(name, entry) {
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
      const lines = getGroups(entry).map(
        ([title, items]) => `- ${title}: ${items.map((item) => link(item, page)).join(', ')}`,
      )
      return [
        `## [\`${entry.specifier}\`](${entry.page}.md)`,
        renderText(entry.doc.text, page, ''),
        lines.join('\n'),
      ].join('\n\n')
    })
    return `${['# Reference', 'Every export, by entry.', ...parts, FOOTER].join('\n\n')}\n`
  }
}

const FOOTER = '<!-- Made from the comments in src by `npm run docs:reference`. Edit those instead. -->'

/** @param {Export} item */
function getAnchor({ name }) {
  return name.toLowerCase().replaceAll('.', '')
}

/** @param {Export} a @param {Export} b */
function compareNames(a, b) {
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1
}

/** Formats literals as code. @param {string} value */
function formatDefault(value) {
  return /^([\d_.]+|true|false|\[\]|'[^']*')$/.test(value) ? `\`${value}\`` : value.replace(/\.$/, '')
}
