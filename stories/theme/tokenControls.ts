import { tokens } from '../guides/tokens.js'

const isColour = (value: string) => value.startsWith('#')

/** A control for each token of the stylesheet. */
export const tokenArgTypes = Object.fromEntries(
  tokens.map(({ name, light, dark }) => [
    name,
    {
      control: isColour(light) ? ('color' as const) : ('text' as const),
      description: dark === null ? light : `${light}, in the dark ${dark}`,
    },
  ]),
)

/** No token is set at first. */
export const tokenArgs: Record<string, undefined> = Object.fromEntries(
  tokens.map(({ name }) => [name, undefined]),
)
