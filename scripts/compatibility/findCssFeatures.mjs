import postcss from 'postcss'

const SELECTOR = /::?(?!-)([a-z-]+)/g
const WORD = /(?<![\w#-])([a-z][a-z-]*)(\()?/g
const UNIT = /(?<![\w#.-])[\d.]+([a-z]+)/g

/**
 * Lists possible keys in MDN's data for what a stylesheet uses: at-rules, properties, keywords, functions, units and selectors.
 * Those that are not keys are custom names, or not features of their own.
 *
 * @param {string} css
 */
export function findCssFeatures(css) {
  const root = postcss.parse(css)
  /** @type {string[]} */
  const features = []
  root.walkAtRules(({ name, params }) => {
    features.push(`css.at-rules.${name}`)
    for (const [word] of params.matchAll(WORD)) features.push(`css.at-rules.${name}.${word}`)
  })
  root.walkRules(({ selector, parent }) => {
    for (const [, name] of selector.matchAll(SELECTOR)) features.push(`css.selectors.${name}`)
    if (parent?.type === 'rule') features.push('css.selectors.nesting')
  })
  root.walkDecls(({ prop, value }) => {
    features.push(`css.properties.${prop}`)
    for (const [, word, isFunction] of value.matchAll(WORD)) {
      if (!isFunction) features.push(`css.properties.${prop}.${word}`)
      else features.push(`css.types.${word}`, `css.types.color.${word}`, `css.types.gradient.${word}`)
    }
    for (const [, unit] of value.matchAll(UNIT)) features.push(`css.types.length.${unit}`)
  })
  return features
}
