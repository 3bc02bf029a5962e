import { getCodeBlock, getFirstSentence, getParagraph, getSection, getTableRows } from './readMarkdown.mjs'

/**
 * Renders `llms.txt` in the format of llmstxt.org: a title, a summary, facts, and lists of links.
 *
 * @param {import('./readSources.mjs').Sources} sources
 */
export function renderLlmsTxt({ manifest, readme, errorPages, entries }) {
  const { name, version, description, peerDependencies, engines } = manifest
  const peers = Object.entries(peerDependencies).map(([peer, range]) => `${peer} ${range}`)
  const install = getCodeBlock(getSection(readme, 'Quick start'), 'sh').split('\n')[1]
  return `${[
    `# ${name}`,
    `> ${description}`,
    [
      `- Version ${version}. ESM only. Node ${engines.node}. Install: \`${install}\``,
      `- Peer dependencies: ${peers.join(', ')}. An app needs those that its entries import.`,
      '- The API key grants access to the whole account: it stays on a server, in `createProxyHandler`, and never reaches a browser.',
      '- `useOptimizationJob` fetches and polls; `JobStatusCard` renders its state.',
      '- Not every app needs all entries: import from the one that is named below.',
      `- Paths are relative to this file, in \`node_modules/${name}\`.`,
    ].join('\n'),
    '## Documents',
    [
      '- [Skill](skills/react-prompt-optimization/SKILL.md): quick start, proxy and common mistakes, for coding agents',
      '- [README](README.md): quick start, states and options of the hook, proxy, FAQ',
      ...getTableRows(getSection(readme, 'Guides')).map(([link, text]) => `- ${link}: ${text}`),
      '- [Reference](docs/reference/README.md): every export, by entry',
      '- [Errors](docs/errors.md): every message, its cause and what to do',
    ].join('\n'),
    ...entries.flatMap((entry) => [`## ${entry.specifier}`, renderEntry(entry)]),
    `## ${name}/*.css`,
    Object.keys(manifest.exports)
      .filter((path) => path.endsWith('.css'))
      .map((path) => `- [${path.slice(2)}](docs/guides/theming.md): \`import '${name}${path.slice(1)}'\``)
      .join('\n'),
    '## Errors',
    errorPages.map(renderErrorPage).join('\n'),
    '## Optional',
    [
      '- [Architecture](docs/architecture.md): from the socket to the screen',
      '- [Benchmarks](docs/benchmarks.md): requests, bundle size, rendering',
      '- [Security](SECURITY.md): what the proxy and the components guarantee',
      '- [Changelog](CHANGELOG.md): changes by version',
    ].join('\n'),
    '<!-- Made from README.md, docs and the comments in src by `npm run docs:reference`. Edit those instead. -->',
  ].join('\n\n')}\n`
}

/** The page of an entry, and its exports but for types, which the page lists. @param {import('../reference/readPackage.mjs').Entry} entry */
function renderEntry({ specifier, page, doc, exports }) {
  const lines = exports
    .filter(({ kind, name }) => kind !== 'type' && !name.includes('.'))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map((item) => {
      const text = toPlainText(getFirstSentence(item.doc.text))
      // `locales/*` stands for an entry for each export.
      const from = specifier.endsWith('/*')
        ? ` From \`${specifier.slice(0, -1)}${toFileName(item.name)}\`.`
        : ''
      return `- [${item.name}](docs/reference/${page}.md#${item.name.toLowerCase()}): ${text}${from}`
    })
  return [`- [Reference](docs/reference/${page}.md): ${toPlainText(doc.text)}`, ...lines].join('\n')
}

/** `ptBR` is exported by `locales/pt-BR`. @param {string} name */
function toFileName(name) {
  return name.replace(/(?<=[a-z])(?=[A-Z])/, '-')
}

/** @param {string} text */
function toPlainText(text) {
  return text.replace(/\{@link ([\w.]+)\}/g, '`$1`').replace(/\s+/g, ' ')
}

/** The cause and the way out, without their links, which are relative to the page. @param {{ code: string, text: string }} page */
function renderErrorPage({ code, text }) {
  const [, cause = ''] = /^# .*\n\n([\s\S]*)/.exec(text) ?? []
  const [, wayOut = ''] = /^\*\*What to do\.\*\* ([\s\S]*)/m.exec(text) ?? []
  const line = `${getParagraph(cause)} ${getParagraph(wayOut)}`.trim()
  return `- [${code}](docs/errors/${code}.md): ${line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')}`
}
