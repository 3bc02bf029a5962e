// Checks the minimum versions of browsers in README.md against the features that the built files use, by MDN's data.
import { readdirSync, readFileSync } from 'node:fs'
import { findCssFeatures } from './compatibility/findCssFeatures.mjs'
import { findJsFeatures } from './compatibility/findJsFeatures.mjs'
import { listModules } from './compatibility/listModules.mjs'
import { readSupport } from './compatibility/readSupport.mjs'

/** Features that a browser may lack, and what follows. */
const OPTIONAL = {
  'css.properties.content-visibility': 'off-screen cards are rendered, too',
  'css.properties.forced-color-adjust': 'needed where there are forced colors only',
  'javascript.builtins.Intl.Segmenter': 'words are found by spaces, which Japanese and Thai do not have',
  'css.properties.user-select': 'Safari has it with a prefix, which stands beside it',
  'css.properties.overflow-anchor':
    'Safari has no scroll anchoring before it has the property, so nothing to prevent',
  'css.properties.print-color-adjust': 'progress bars are printed without colors',
}
const SENTENCE = /Chrome (?<chrome>[\d.]+), Safari (?<safari>[\d.]+), Firefox (?<firefox>[\d.]+) and later/

const read = (/** @type {string | URL} */ path) => readFileSync(new URL(path, import.meta.url), 'utf8')
const isOptional = (/** @type {string} */ feature) =>
  Object.keys(OPTIONAL).some((key) => feature === key || feature.startsWith(`${key}.`))

const promised = SENTENCE.exec(read('../README.md'))?.groups
if (!promised) throw new Error(`README.md has no sentence that matches ${SENTENCE}.`)
const browsers = Object.keys(promised)

const dist = new URL('../dist/', import.meta.url)
const locales = readdirSync(new URL('locales/', dist)).filter((file) => file.endsWith('.js'))
const modules = listModules(
  [
    ...['index.js', 'api.js', 'markdown.js', 'outcome.js', 'diff.js', 'prompts.js'],
    ...locales.map((file) => `locales/${file}`),
  ],
  dist,
)
const features = new Set([
  ...findCssFeatures(read('../dist/styles.css')),
  ...findCssFeatures(read('../dist/outcomeStyles.css')),
  ...modules.flatMap((url) => findJsFeatures(read(new URL(url)))),
])
const supported = [...features]
  .filter((feature) => !isOptional(feature))
  .flatMap((feature) => {
    const firstVersions = readSupport(feature, browsers)
    return firstVersions ? [{ feature, firstVersions }] : []
  })
const unused = Object.keys(OPTIONAL).filter((feature) => !features.has(feature))
if (unused.length > 0) throw new Error(`No longer used, so not optional: ${unused.join(', ')}`)

for (const browser of browsers) {
  const [first] = supported.sort((a, b) => (b.firstVersions[browser] ?? 0) - (a.firstVersions[browser] ?? 0))
  const version = first?.firstVersions[browser]
  if (version !== Number(promised[browser])) {
    throw new Error(
      `README.md promises ${browser} ${promised[browser]}, but the built files need ${version} for ${first?.feature}. ` +
        'Correct the README, avoid the feature, or list it in OPTIONAL with what follows without it.',
    )
  }
}
console.log(
  `${supported.length} features in ${modules.length} modules and the styles work in the browsers of README.md.`,
)
