import { join } from 'node:path'
import type { Node } from 'typescript/unstable/ast'
import * as is from 'typescript/unstable/ast/is'
import { API, type Symbol as ApiSymbol, SymbolFlags } from 'typescript/unstable/sync'

const DIST = join(process.cwd(), 'dist')

/**
 * The public types as text: the exports of every entry, and once each, without comments, the declarations of the built
 * package that they consist of.
 */
export function readSurface(entries: string[]): string {
  const config = join(import.meta.dirname, 'tsconfig.json')
  // Not closed, because the compiler may report errors when it is closed before the process exits.
  const project = new API({ cwd: process.cwd() })
    .updateSnapshot({ openProjects: [config] })
    .getProject(config)
  if (!project) throw new Error(`Couldn’t open ${config} as a TypeScript project.`)
  const { program, checker } = project
  const declarations = new Map<ApiSymbol, string>()

  const sections = entries.map((entry) => {
    const source = program.getSourceFile(join(DIST, `${entry}.d.ts`))
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`dist/${entry}.d.ts has no exports.`)
    return `# ${entry}\n\n${readExports(module).sort().join('\n')}\n`
  })
  return `${sections.join('\n')}\n# Declarations\n\n${[...declarations.values()].sort().join('\n\n')}\n`

  function readExports(module: ApiSymbol, namespace = ''): string[] {
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const target = resolve(symbol)
      const name = `${namespace}${symbol.name}`
      if (getNodes(target).some((node) => is.isSourceFile(node))) return readExports(target, `${name}.`)
      collect(target)
      return target.name === symbol.name ? name : `${name} = ${target.name}`
    })
  }

  function resolve(symbol: ApiSymbol): ApiSymbol {
    return (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)
  }

  function getNodes(symbol: ApiSymbol): Node[] {
    return symbol.declarations.flatMap((declaration) => declaration.resolve(project) ?? [])
  }

  /** Adds a top-level declaration of the package, and those that it refers to. */
  function collect(symbol: ApiSymbol): void {
    const statements = getNodes(symbol).map(getStatement).filter(isOwn)
    if (declarations.has(symbol) || statements.length === 0) return
    declarations.set(symbol, statements.map(getText).sort().join('\n'))
    const identifiers = statements.flatMap(getIdentifiers)
    for (const used of checker.getSymbolAtLocation(identifiers)) if (used) collect(resolve(used))
  }
}

/** The statement that declares a variable, or else the node. */
function getStatement(node: Node): Node {
  return is.isVariableDeclaration(node) ? node.parent.parent : node
}

function isOwn(node: Node): boolean {
  return is.isSourceFile(node.parent) && node.parent.fileName.startsWith(DIST)
}

function getIdentifiers(node: Node): Node[] {
  const found: Node[] = []
  const visit = (child: Node) => {
    if (is.isIdentifier(child)) found.push(child)
    child.forEachChild(visit)
  }
  visit(node)
  return found
}

/** Without comments, and without the names that a function destructures, which are private. */
function getText(node: Node): string {
  return node
    .getText()
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/([(,]\s*)\{[^{}]*\}(?=\??: )/g, '$1options')
    .replace(/^(export )?(declare )?/, '')
    .replace(/\s+$/gm, '')
}
