import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusBadge, type OptimizationJobState } from 'react-prompt-optimization'
import { completed, connectionStates, failedOrCanceled, pending, running } from '../states.js'

const meta = {
  title: 'JobStatusBadge',
  component: JobStatusBadge,
} satisfies Meta<typeof JobStatusBadge>
export default meta
type Story = StoryObj<typeof meta>

const STATES: readonly OptimizationJobState[] = [
  pending.loading,
  pending.queued,
  running.withSteps,
  running.withoutProgress,
  running.stalled,
  connectionStates.offline,
  completed.withAllResults,
  failedOrCanceled.failed,
  failedOrCanceled.canceled,
]

/** The second of four steps. */
export const Default: Story = { args: { state: running.withSteps } }

/** Every kind; neutral while updates are interrupted, and with a warning icon without progress. */
export const AllStates: Story = {
  name: 'All states',
  args: { state: running.withSteps },
  render: ({ locale, labels }) => (
    <table>
      <tbody>
        {STATES.map((state, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: constant
          <tr key={index}>
            <td>
              <JobStatusBadge state={state} locale={locale} labels={labels} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
}

/** All states in Arabic. */
export const Arabic: Story = { ...AllStates, name: 'Arabic', globals: { locale: 'ar', direction: 'rtl' } }

/** In the navigation bar of an app, in its text size. */
export const InNavigation: Story = {
  name: 'In navigation',
  args: { state: running.withSteps },
  render: ({ state }) => (
    <nav style={{ fontSize: 16 }}>
      <a href="#/jobs">
        Optimization <JobStatusBadge state={state} />
      </a>
    </nav>
  ),
}
