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
 * @property {string | null} code How it is declared, for all but components
 * @property {string | null} props What a component takes, and what its ref is
 * @property {string | null} ref
 * @property {Member[]} members
 * @property {string} entry The entry whose page describes it
 *
 * @typedef {object} Entry
 * @property {string} specifier What is imported from
 * @property {string} page
 * @property {string} file Where it is made
 * @property {Doc} doc
 * @property {Export[]} exports Those that its page describes
 * @property {{ name: string, isType: boolean }[]} names All that can be imported from it
 */

/**
 * Reads what the package exports from its source, with the compiler that checks it: TypeDoc and API Extractor cannot use
 * that one yet, and would bring another. Its API is called unstable, so a newer TypeScript may ask for changes here; they
 * show as differences in docs/reference.
 *
 * @param {string} root
 * @returns {Entry[]}
 */
export function readPackage(root) {
  const config = join(root, 'tsconfig.build.json')
  // Not closed: the compiler ends with this process, and ended before that it may grumble.
  const project = new API({ cwd: root }).updateSnapshot({ openProjects: [config] }).getProject(config)
  if (!project) throw new Error(`The compiler found no project at ${config}`)
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
    const [, file] = /^\.\/dist\/(\w+)\.d\.ts$/.exec(types) ?? []
    if (!file) continue
    const source = program.getSourceFile(join(root, `src/${file}.ts`))
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`package.json exports ${path}, and src/${file}.ts exports nothing`)
    const page = path === '.' ? 'index' : path.slice(2).replaceAll('/', '-')
    const [comment = ''] = /^\/\*\*[\s\S]*?\*\//.exec(source.text) ?? []
    /** @type {Entry} */
    const entry = {
      specifier: packageName + path.slice(1),
      page,
      file: `src/${file}.ts`,
      doc: readDoc(comment),
      exports: [],
      names: [],
    }
    for (const symbol of checker.getExportsOfModule(module)) readExport(entry, symbol, '')
    entries.push(entry)
  }
  // What several entries export is described once: with `api`, if that is one of them.
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
    const target = checker.getAliasedSymbol(symbol)
    const name = namespace + symbol.name
    const specifier = symbol.declarations[0]?.resolve(project)
    const node = target.declarations[0]?.resolve(project)
    if (!specifier || !node) throw new Error(`${name} is declared nowhere`)
    if (!namespace) entry.names.push({ name, isType: isTypeOnly(specifier) })
    const known = seen.get(target)
    if (!known) seen.set(target, { ...describe(name, node, specifier), entry: entry.page })
    else if (known.kind !== 'namespace' && entry.page === 'api') known.entry = entry.page
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
    const bare = { name, declaredName: name, code: null, props: null, ref: null, members: [] }
    if (is.isSourceFile(node)) return { ...bare, kind: 'namespace', doc: docOf(specifier.parent) }
    if (is.isInterfaceDeclaration(node)) {
      return {
        ...bare,
        declaredName: node.name.text,
        kind: 'type',
        doc: docOf(node),
        members: membersOf(node),
      }
    }
    if (is.isTypeAliasDeclaration(node)) {
      return { ...bare, kind: 'type', doc: docOf(node), code: node.getText().replace(/^export /, '') }
    }
    if (is.isClassDeclaration(node)) {
      const [parent = ''] = node.heritageClauses?.map((clause) => ` ${clause.getText()}`) ?? []
      const maker = node.members.find((member) => is.isConstructorDeclaration(member))
      const code = `class ${name}${parent} {\n  constructor${maker ? headOf(maker) : '()'}\n}`
      return { ...bare, kind: 'class', doc: docOf(node), code, members: membersOf(node) }
    }
    if (is.isFunctionDeclaration(node)) {
      const doc = docOf(node)
      if (/^[A-Z]/.test(name)) {
        return { ...bare, kind: 'component', doc, props: node.parameters[0]?.type?.getText() ?? null }
      }
      const kind = /^use[A-Z]/.test(name) ? 'hook' : 'function'
      return { ...bare, kind, doc, code: `function ${name}${headOf(node)}` }
    }
    if (!is.isVariableDeclaration(node))
      throw new Error(`${name} is of a kind that the reference does not know`)
    const doc = docOf(node.parent.parent)
    const { initializer } = node
    if (
      initializer &&
      is.isCallExpression(initializer) &&
      ['forwardRef', 'createPart'].includes(initializer.expression.getText())
    ) {
      const [element, props] = initializer.typeArguments?.map((type) => type.getText()) ?? []
      const declaredName = node.name.getText()
      return { ...bare, declaredName, kind: 'component', doc, props: props ?? null, ref: element ?? null }
    }
    const isTable = initializer && is.isObjectLiteralExpression(initializer) && !node.type
    const code = isTable ? null : `const ${name}: ${typeOf(node)}`
    return {
      ...bare,
      kind: 'constant',
      doc,
      code,
      members: isTable ? initializer.properties.map((item) => member(item)) : [],
    }
  }

  /** Members of the package's own, inherited ones included; those of React, the DOM and `Error` are theirs to describe.
   * @param {import('typescript/unstable/ast').InterfaceDeclaration | import('typescript/unstable/ast').ClassDeclaration} node */
  function membersOf(node) {
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
    // The compiler gives them in no order that one could rely on: its own first, as they stand in the source.
    /** @param {{ item: Node }} declared */
    const place = ({ item }) =>
      `${item.parent === node ? '' : item.getSourceFile().fileName} ${String(item.pos).padStart(6, '0')}`
    declared.sort((a, b) => (place(a) < place(b) ? -1 : 1))
    return [...calls, ...declared.map(({ item, isOptional }) => member(item, isOptional))]
  }

  /** @param {Node} node @returns {Member} */
  function member(node, isOptional = false) {
    const doc = docOf(node)
    if (is.isCallSignatureDeclaration(node)) {
      const head = headOf(node)
      return { name: head.slice(0, head.indexOf(')') + 1), type: arrow(head), isOptional, doc }
    }
    const name = 'name' in node ? /** @type {Node} */ (node.name).getText() : ''
    if (is.isMethodSignatureDeclaration(node)) return { name, type: arrow(headOf(node)), isOptional, doc }
    const type = onOneLine(typeOf(node))
    return { name, type: isOptional ? withoutUndefined(type) : type, isOptional, doc }
  }

  /** The type as it is written, which uses the names that a reader knows; as the compiler sees it where it is not.
   * @param {Node} node */
  function typeOf(node) {
    if ('type' in node && node.type) return /** @type {Node} */ (node.type).getText()
    const symbol = checker.getSymbolAtLocation('name' in node ? /** @type {Node} */ (node.name) : node)
    const type = symbol && checker.getTypeOfSymbol(symbol)
    return type ? checker.typeToString(type, node) : 'unknown'
  }

  /** `(options: Options): Result`.
   * @param {import('typescript/unstable/ast').SignatureDeclaration} node */
  function headOf(node) {
    const parameters = node.parameters.map((parameter) => {
      const type = onOneLine(parameter.type?.getText() ?? 'unknown')
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
  function docOf(node) {
    const text = node.jsDoc?.at(-1)?.getText() ?? ''
    // What the compiler gives may begin with a plain comment that stands above.
    return readDoc(text.slice(text.lastIndexOf('/**')))
  }
}

/** Whether what is exported can be used as a type only: `export type { … }`, `export { type … }`. @param {Node} specifier */
function isTypeOnly(specifier) {
  if (!is.isExportSpecifier(specifier)) return false
  const { parent } = specifier.parent
  return specifier.isTypeOnly || (is.isExportDeclaration(parent) && parent.isTypeOnly)
}

/** A parameter that is taken apart has no name: the last word of its type will do. @param {string} type */
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

/** What may be left out may be undefined: that is said by the question mark. @param {string} type */
function withoutUndefined(type) {
  const [, rest = type] = /^(.*) \| undefined$/.exec(type) ?? []
  const [, inner = rest] = /^\((.*)\)$/.exec(rest) ?? []
  return inner
}
