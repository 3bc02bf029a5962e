import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as is from 'typescript/unstable/ast/is'
import { API, SymbolFlags } from 'typescript/unstable/sync'
import { readDoc } from './readDoc.mjs'

/**
 * @typedef {import('typescript/unstable/ast').Node} Node
 * @typedef {import('typescript/unstable/sync').Symbol} Symbol
 * @typedef {import('./readDoc.mjs').Doc} Doc
 *
 * @typedef {object} Member
 * @property {string} name
 * @property {string} type
 * @property {boolean} isOptional
 * @property {Doc} doc
 *
 * @typedef {object} Export
 * @property {string} name
 * @property {string} declaredName
 * @property {'hook' | 'component' | 'function' | 'class' | 'constant' | 'type' | 'namespace'} kind
 * @property {Doc} doc
 * @property {string | null} code Declaration; null for components
 * @property {string | null} props Props type of a component
 * @property {string | null} ref Ref type of a component
 * @property {Member[]} members
 * @property {string} entry Page that documents it
 *
 * @typedef {object} Entry
 * @property {string} specifier Module specifier
 * @property {string} page
 * @property {string} file Source file
 * @property {Doc} doc
 * @property {Export[]} exports Exports that its page documents
 * @property {{ name: string, isType: boolean }[]} names Everything that it exports
 */

/** What a page says first that documents the entries of a folder. */
const FOLDER_TEXTS = {
  locales:
    'Languages for `labels`, an entry each: `react-prompt-optimization/locales/pt-BR` exports `ptBR`. ' +
    'An app loads only those that it imports.',
}

/**
 * Reads the package's exports with the project's TypeScript compiler, which TypeDoc and API Extractor do not support yet.
 * Its API is unstable, so a TypeScript upgrade may need changes here.
 *
 * @param {string} root
 * @returns {Entry[]}
 */
export function readPackage(root) {
  const config = join(root, 'tsconfig.build.json')
  // Not closed, because the compiler may report errors when it is closed before the process exits.
  const project = new API({ cwd: root }).updateSnapshot({ openProjects: [config] }).getProject(config)
  if (!project) throw new Error(`Couldn’t open ${config} as a TypeScript project.`)
  return readEntries(root, project)
}

/**
 * @param {string} root
 * @param {import('typescript/unstable/sync').Project} project
 */
function readEntries(root, project) {
  const { program, checker } = project
  const { name: packageName, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  /** @type {Map<Symbol, Export>} */
  const seen = new Map()
  /** @type {Entry[]} */
  const entries = []

  for (const [path, { types = '' }] of Object.entries(exports)) {
    const [, file] = /^\.\/dist\/((?:locales\/)?[\w-]+)\.d\.ts$/.exec(types) ?? []
    if (!file) continue
    const source = program.getSourceFile(join(root, `src/${file}.ts`))
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`package.json exports ${path}, but src/${file}.ts has no exports.`)
    const [folder = ''] = /^\w+(?=\/)/.exec(file) ?? []
    const folderText = Object.entries(FOLDER_TEXTS).find(([name]) => name === folder)?.[1]
    const page = path === '.' ? 'index' : folder || path.slice(2).replaceAll('/', '-')
    const [comment = ''] = /^\/\*\*[\s\S]*?\*\//.exec(source.text) ?? []
    const existing = entries.find((other) => other.page === page)
    /** @type {Entry} */
    const entry = existing ?? {
      specifier: packageName + (folder ? `/${folder}/*` : path.slice(1)),
      page,
      file: `src/${file}.ts`,
      doc: readDoc(folderText ?? comment),
      exports: [],
      names: [],
    }
    for (const symbol of checker.getExportsOfModule(module)) readExport(entry, symbol, '')
    if (!existing) entries.push(entry)
  }
  // An export of several entries is documented once, with `api` if that is one of them.
  for (const entry of entries) {
    entry.exports = [...seen.values()].filter((item) => item.entry === entry.page)
  }
  return entries

  /**
   * @param {Entry} entry
   * @param {Symbol} symbol
   * @param {string} namespace
   */
  function readExport(entry, symbol, namespace) {
    const target = (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)
    const name = namespace + symbol.name
    const specifier = symbol.declarations[0]?.resolve(project)
    const node = target.declarations[0]?.resolve(project)
    if (!specifier || !node) throw new Error(`Couldn’t find the declaration of ${name}.`)
    if (!namespace) entry.names.push({ name, isType: isTypeOnly(specifier) })
    const existing = seen.get(target)
    if (!existing) seen.set(target, { ...describe(name, node, specifier), entry: entry.page })
    else if (existing.kind !== 'namespace' && entry.page === 'api') existing.entry = entry.page
    if (is.isSourceFile(node)) {
      for (const part of checker.getExportsOfModule(target)) readExport(entry, part, `${name}.`)
    }
  }

  /**
   * @param {string} name
   * @param {Node} node
   * @param {Node} specifier
   * @returns {Omit<Export, 'entry'>}
   */
  function describe(name, node, specifier) {
    const base = { name, declaredName: name, code: null, props: null, ref: null, members: [] }
    if (is.isSourceFile(node)) return { ...base, kind: 'namespace', doc: getDoc(specifier.parent) }
    if (is.isInterfaceDeclaration(node)) {
      return {
        ...base,
        declaredName: node.name.text,
        kind: 'type',
        doc: getDoc(node),
        members: getMembers(node),
      }
    }
    if (is.isTypeAliasDeclaration(node)) {
      return { ...base, kind: 'type', doc: getDoc(node), code: node.getText().replace(/^export /, '') }
    }
    if (is.isClassDeclaration(node)) {
      const [parent = ''] = node.heritageClauses?.map((clause) => ` ${clause.getText()}`) ?? []
      const constructorNode = node.members.find((member) => is.isConstructorDeclaration(member))
      const code = `class ${name}${parent} {\n  constructor${constructorNode ? getSignature(constructorNode) : '()'}\n}`
      return { ...base, kind: 'class', doc: getDoc(node), code, members: getMembers(node) }
    }
    if (is.isFunctionDeclaration(node)) {
      const doc = getDoc(node)
      if (/^[A-Z]/.test(name)) {
        return { ...base, kind: 'component', doc, props: node.parameters[0]?.type?.getText() ?? null }
      }
      const kind = /^use[A-Z]/.test(name) ? 'hook' : 'function'
      return { ...base, kind, doc, code: `function ${name}${getSignature(node)}` }
    }
    if (!is.isVariableDeclaration(node))
      throw new Error(`The reference does not support the declaration kind of ${name}.`)
    const doc = getDoc(node.parent.parent)
    const { initializer } = node
    if (
      initializer &&
      is.isCallExpression(initializer) &&
      ['forwardRef', 'createPart'].includes(initializer.expression.getText())
    ) {
      const [element, props] = initializer.typeArguments?.map((type) => getPublicText(type)) ?? []
      const declaredName = node.name.getText()
      return { ...base, declaredName, kind: 'component', doc, props: props ?? null, ref: element ?? null }
    }
    const isObject = initializer && is.isObjectLiteralExpression(initializer) && !node.type
    const code = isObject ? null : `const ${name}: ${getType(node)}`
    return {
      ...base,
      kind: 'constant',
      doc,
      code,
      members: isObject ? initializer.properties.map((item) => member(item)) : [],
    }
  }

  /** Members declared in src, including inherited ones, but not those of React, the DOM and `Error`.
   * @param {import('typescript/unstable/ast').InterfaceDeclaration | import('typescript/unstable/ast').ClassDeclaration} node */
  function getMembers(node) {
    const symbol = checker.getSymbolAtLocation(node.name ?? node)
    if (!symbol) return []
    const calls = node.members
      .filter((item) => is.isCallSignatureDeclaration(item))
      .map((item) => member(item))
    const declared = checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
      .flatMap((property) => {
        const item = property.declarations[0]?.resolve(project)
        return item ? [{ item, isOptional: (property.flags & SymbolFlags.Optional) !== 0 }] : []
      })
      .filter(({ item }) => item.getSourceFile().fileName.startsWith(join(root, 'src')))
    // The compiler returns members in no stable order: sort own members first, in source order.
    /** @param {{ item: Node }} declared */
    const getSortKey = ({ item }) =>
      `${item.parent === node ? '' : item.getSourceFile().fileName} ${String(item.pos).padStart(6, '0')}`
    declared.sort((a, b) => (getSortKey(a) < getSortKey(b) ? -1 : 1))
    return [...calls, ...declared.map(({ item, isOptional }) => member(item, isOptional))]
  }

  /** @param {Node} node @returns {Member} */
  function member(node, isOptional = false) {
    const doc = getDoc(node)
    if (is.isCallSignatureDeclaration(node)) {
      const head = getSignature(node)
      return { name: head.slice(0, head.indexOf(')') + 1), type: arrow(head), isOptional, doc }
    }
    const name = 'name' in node ? /** @type {Node} */ (node.name).getText() : ''
    if (is.isMethodSignatureDeclaration(node))
      return { name, type: arrow(getSignature(node)), isOptional, doc }
    const type = onOneLine(getType(node))
    return { name, type: isOptional ? withoutUndefined(type) : type, isOptional, doc }
  }

  /** Type as written in the source, or else as inferred.
   * @param {Node} node */
  function getType(node) {
    if ('type' in node && node.type) return /** @type {Node} */ (node.type).getText()
    const symbol = checker.getSymbolAtLocation('name' in node ? /** @type {Node} */ (node.name) : node)
    const type = symbol && checker.getTypeOfSymbol(symbol)
    return type ? checker.typeToString(type, node) : 'unknown'
  }

  /** A type as written in the source; of an alias that its file does not export, what it stands for.
   * @param {Node} type */
  function getPublicText(type) {
    const text = type.getText()
    const alias = type
      .getSourceFile()
      .statements.find((node) => is.isTypeAliasDeclaration(node) && node.name.text === text)
    if (!alias || !is.isTypeAliasDeclaration(alias) || alias.getText().startsWith('export ')) return text
    return alias.type.getText()
  }

  /** `(options: Options): Result`.
   * @param {import('typescript/unstable/ast').SignatureDeclaration} node */
  function getSignature(node) {
    const parameters = node.parameters.map((parameter) => {
      const type = onOneLine(parameter.type ? getPublicText(parameter.type) : 'unknown')
      const isOptional = parameter.questionToken || parameter.initializer
      const name = is.isIdentifier(parameter.name) ? parameter.name.text : nameFor(type)
      return `${name}${isOptional ? '?' : ''}: ${type}`
    })
    const types = node.typeParameters?.map((type) => type.getText()).join(', ')
    const result = node.type ? `: ${onOneLine(node.type.getText())}` : ''
    const line = `${types ? `<${types}>` : ''}(${parameters.join(', ')})${result}`
    return line.length < 80 ? line : `(\n${parameters.map((text) => `  ${text},\n`).join('')})${result}`
  }

  /** @param {Node} node */
  function getDoc(node) {
    const text = node.jsDoc?.at(-1)?.getText() ?? ''
    // The compiler’s text may include a plain comment above the TSDoc comment.
    return readDoc(text.slice(text.lastIndexOf('/**')))
  }
}

/** Whether the export is `export type { … }` or `export { type … }`. @param {Node} specifier */
function isTypeOnly(specifier) {
  if (!is.isExportSpecifier(specifier)) return false
  const { parent } = specifier.parent
  return specifier.isTypeOnly || (is.isExportDeclaration(parent) && parent.isTypeOnly)
}

/** Name for a destructured parameter: the last word of its type. @param {string} type */
function nameFor(type) {
  return /([A-Z][a-z]+)$/.exec(type)?.[1]?.toLowerCase() ?? 'options'
}

/** @param {string} type */
function onOneLine(type) {
  return type.replace(/\s+/g, ' ').replaceAll('< ', '<').replaceAll(' >', '>').replace(/^\| /, '')
}

/** @param {string} head */
function arrow(head) {
  return head
    .replace(/\(\n\s+/, '(')
    .replace(/,\n\): /, '): ')
    .replace(/\s+/g, ' ')
    .replace(/\): /, ') => ')
}

/** Removes `| undefined`, which the question mark already expresses. @param {string} type */
function withoutUndefined(type) {
  const [, rest = type] = /^(.*) \| undefined$/.exec(type) ?? []
  const [, inner = rest] = /^\((.*)\)$/.exec(rest) ?? []
  return inner
}
