import { tokens } from '../guides/tokens.js'

const isColor = (value: string) => value.startsWith('#')

export const tokenArgTypes = Object.fromEntries(
  tokens.map(({ name, light, dark }) => [
    name,
    {
      control: isColor(light) ? ('color' as const) : ('text' as const),
      description: dark === null ? light : `${light}; dark: ${dark}`,
    },
  ]),
)

export const tokenArgs: Record<string, undefined> = Object.fromEntries(
  tokens.map(({ name }) => [name, undefined]),
)
