import type { ArgTypesEnhancer } from 'storybook/internal/types'

/** Shows `@default` of a prop in its own column, and what a union consists of. */
export const describeProps: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const [description, defaultValue] = (argType.description ?? '').split(/\s*@default /)
      const raw = typeof argType.type === 'object' ? argType.type.raw : undefined
      const isUnion = argType.table?.type?.summary === 'union' && raw
      return [
        name,
        {
          ...argType,
          description,
          table: {
            ...argType.table,
            ...(defaultValue && { defaultValue: { summary: defaultValue } }),
            ...(isUnion && { type: { summary: raw.replace(/ \| undefined$/, '') } }),
          },
        },
      ]
    }),
  )
