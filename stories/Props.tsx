import { ArgTypes } from '@storybook/addon-docs/blocks'
import type { ModuleExports } from 'storybook/internal/types'

const COMMON = ['className', 'style', 'render', 'labels', 'locale']

/** The props of a component, but those that all of them have. */
export function Props({ of }: { of: ModuleExports }) {
  return (
    <>
      <ArgTypes of={of} exclude={COMMON} />
      <p>
        {COMMON.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <code>{name}</code>
          </span>
        ))}
        : as for every component, see <strong>Guides / Composition</strong>.
      </p>
    </>
  )
}
