import theme from '../../src/styles/theme.css?raw'

const styles = import.meta.glob<string>('../../src/styles/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A custom property that an app may set on any element above the card. */
interface Token {
  name: string
  light: string
  /** Where it differs from {@link light}. */
  dark: string | null
}

/** Reads the tokens and their defaults from the styles themselves, those of the theme first. */
export const tokens: readonly Token[] = readTokens([theme, ...Object.values(styles)].join('\n'))

function readTokens(css: string): Token[] {
  const found = new Map<string, Token>()
  for (const match of css.matchAll(/var\((--rpo-[\w-]+),\s*/g)) {
    const [opening, name = ''] = match
    const fallback = untilClosed(css.slice(match.index + opening.length))
    if (!found.has(name)) found.set(name, { name, ...inBothThemes(fallback) })
  }
  return [...found.values()]
}

/** What stands before the parenthesis that closes one opened earlier. */
function untilClosed(text: string): string {
  let depth = 1
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')') depth--
    if (depth === 0) return text.slice(0, index).trim()
  }
  return text
}

function inBothThemes(value: string): Pick<Token, 'light' | 'dark'> {
  const [before, inside] = value.split(/light-dark\(/)
  if (inside === undefined) return { light: value, dark: null }
  const colours = untilClosed(inside)
  // In place of a comma: the stylesheet says why.
  const [light, dark] = colours.split(' var(--_comma) ')
  const rest = inside.slice(colours.length + 1)
  return { light: `${before}${light}${rest}`, dark: `${before}${dark}${rest}` }
}
