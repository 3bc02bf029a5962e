import theme from '../../src/styles/theme.css?raw'

const styles = import.meta.glob<string>('../../src/styles/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface Token {
  name: string
  light: string
  /** null if it is the same as {@link light}. */
  dark: string | null
}

/** The tokens and their defaults, read from the stylesheets; those of the theme come first. */
export const tokens: readonly Token[] = readTokens([theme, ...Object.values(styles)].join('\n'))

function readTokens(css: string): Token[] {
  const tokensByName = new Map<string, Token>()
  for (const match of css.matchAll(/var\((--rpo-[\w-]+),\s*/g)) {
    const [prefix, name = ''] = match
    const fallback = upToClosingParen(css.slice(match.index + prefix.length))
    if (!tokensByName.has(name)) tokensByName.set(name, { name, ...resolveLightDark(fallback) })
  }
  return [...tokensByName.values()]
}

/** Returns the text before the unmatched closing parenthesis. */
function upToClosingParen(text: string): string {
  let depth = 1
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')') depth--
    if (depth === 0) return text.slice(0, index).trim()
  }
  return text
}

function resolveLightDark(value: string): Pick<Token, 'light' | 'dark'> {
  const [before, inside] = value.split(/light-dark\(/)
  if (inside === undefined) return { light: value, dark: null }
  const colors = upToClosingParen(inside)
  // The stylesheets use `var(--_comma)` so that Lightning CSS doesn't rewrite `light-dark()`.
  const [light, dark] = colors.split(' var(--_comma) ')
  const rest = inside.slice(colors.length + 1)
  return { light: `${before}${light}${rest}`, dark: `${before}${dark}${rest}` }
}
