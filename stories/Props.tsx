import { ArgTypes } from '@storybook/addon-docs/blocks'
import type { ModuleExports } from 'storybook/internal/types'

const COMMON = ['className', 'style', 'render', 'labels', 'locale']

/** The props of a component, without those that components have in common. */
export function Props({ of }: { of: ModuleExports }) {
  return (
    <>
      <ArgTypes of={of} exclude={COMMON} />
      <p>
        What components have in common is in <strong>Guides / Composition</strong>: <code>className</code>,{' '}
        <code>style</code> and <code>render</code>, <code>labels</code> and <code>locale</code>.
      </p>
    </>
  )
}
