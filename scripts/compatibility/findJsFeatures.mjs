import { parseSync, traverse } from '@babel/core'

/** @import { NodePath, types } from '@babel/core' */

/**
 * Lists possible keys in MDN's data for what a module uses: globals, their members, and methods of objects whose type is
 * unknown, as `*.name`. Neither properties of such objects nor syntax, which Vite's `build.target` bounds.
 *
 * @param {string} code
 */
export function findJsFeatures(code) {
  const file = parseSync(code, { babelrc: false, configFile: false, sourceType: 'module' })
  if (!file) throw new Error('Babel parsed no module.')
  /** @type {string[]} */
  const features = []
  const add = (/** @type {string} */ path) => features.push(`javascript.builtins.${path}`, `api.${path}`)
  /** @param {NodePath<types.MemberExpression | types.OptionalMemberExpression>} path */
  const addMember = ({ node: { object, property }, scope }) => {
    if (object.type !== 'Identifier' || property.type !== 'Identifier') return
    if (scope.hasBinding(object.name, true)) return
    if (object.name === 'globalThis') return void add(property.name)
    add(`${object.name}.${property.name}`)
    add(`${object.name}.${property.name}_static`)
    // `navigator` is an instance of `Navigator`.
    add(`${object.name.replace(/^./, (letter) => letter.toUpperCase())}.${property.name}`)
  }
  /** @param {NodePath<types.CallExpression | types.OptionalCallExpression>} path */
  const addMethod = ({ node: { callee }, scope }) => {
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return
    const { object, property } = callee
    if (property.type !== 'Identifier') return
    const isModule = object.type === 'Identifier' && scope.getBinding(object.name)?.kind === 'module'
    if (!isModule) features.push(`*.${property.name}`)
  }
  traverse(file, {
    ReferencedIdentifier({ node, scope }) {
      if (scope.hasBinding(node.name, true)) return
      add(node.name)
      add(`Window.${node.name}`)
    },
    MemberExpression: addMember,
    OptionalMemberExpression: addMember,
    CallExpression: addMethod,
    OptionalCallExpression: addMethod,
  })
  return features
}
