import data from '@mdn/browser-compat-data/forLegacyNode'

/** Types of which the package may call methods. */
const TYPES = [
  ...pick(
    data.javascript.builtins,
    'Array Date Function Map Number Object Promise RegExp Set String TypedArray WeakMap',
  ),
  ...pick(
    data.api,
    'AbortController AbortSignal Document Element EventTarget HTMLElement Node Request Response URL URLSearchParams',
  ),
]

/** @typedef {Record<string, number>} FirstVersions By browser; Infinity for none. */

/**
 * The first versions that support a feature without a prefix or a flag; null if the key is none of MDN's data. For `*.name`, the
 * earliest of all common types with such a method.
 *
 * @param {string} feature
 * @param {string[]} browsers
 * @returns {FirstVersions | null}
 */
export function readSupport(feature, browsers) {
  const supports = feature.startsWith('*.')
    ? TYPES.map((type) => getSupport(type, feature.slice(2))).filter(Boolean)
    : [getSupport(data, ...feature.split('.'))].filter(Boolean)
  if (supports.length === 0) return null
  return Object.fromEntries(
    browsers.map((browser) => [
      browser,
      Math.min(...supports.flatMap((support) => [support[browser] ?? []].flat().map(toVersion))),
    ]),
  )
}

/**
 * @param {any} types
 * @param {string} names
 */
function pick(types, names) {
  return names.split(' ').map((name) => types[name])
}

/**
 * @param {any} node
 * @param {string[]} path
 */
function getSupport(node, ...path) {
  // Not `?.`: names such as `constructor` are inherited.
  const found = path.reduce(
    (parent, key) => (parent && Object.hasOwn(parent, key) ? parent[key] : undefined),
    node,
  )
  return found?.__compat?.support
}

/** @param {any} statement */
function toVersion({ version_added: version, flags, prefix, alternative_name: otherName }) {
  if (flags || prefix || otherName) return Number.POSITIVE_INFINITY
  // `≤37`, `preview` or false.
  return Number.parseFloat(String(version).replace('≤', '')) || Number.POSITIVE_INFINITY
}
