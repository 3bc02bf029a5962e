import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect, fn } from 'storybook/test'
import { completed, links, running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Customization',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const onDeploy = fn()

/** Custom actions; the class `rpo-button` gives them the style of the card. */
export const Actions: Story = {
  args: {
    state: completed.withAllResults,
    actions: (
      <>
        <button type="button" className="rpo-button" onClick={onDeploy}>
          Use the new version
        </button>
        <button type="button" className="rpo-button">
          Start over
        </button>
      </>
    ),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Use the new version' }))
    await expect(onDeploy).toHaveBeenCalled()
  },
}

/** Custom actions next to the cancel button. */
export const ActionsWithCancel: Story = {
  name: 'Actions with cancel',
  args: {
    state: running.withSteps,
    onCancel: fn(),
    actions: (
      <button type="button" className="rpo-button">
        Notify me
      </button>
    ),
  },
}

const onNavigate = fn()

/** A stand-in for the link component of a router. */
function RouterLink({ to, className, children }: { to: string; className: string; children: ReactNode }) {
  return (
    <a
      href={to}
      className={className}
      onClick={(event) => {
        event.preventDefault()
        onNavigate(to)
      }}
    >
      {children}
    </a>
  )
}

/** `components.Link` renders links with a router. */
export const Link: Story = {
  args: {
    state: completed.withAllResults,
    components: { Link: ({ href, ...props }) => <RouterLink to={href} {...props} /> },
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('link', { name: /^Comparison/ }))
    await expect(onNavigate).toHaveBeenCalledWith('#/comparisons/9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a')
  },
}

/** `components.Summary` renders the changes summary, here as a numbered list. */
export const Summary: Story = {
  args: {
    state: completed.withAllResults,
    components: {
      Summary: ({ children }) => (
        <ol>
          {children
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <li key={line}>{line.replace(/^- /, '')}</li>
            ))}
        </ol>
      ),
    },
  },
}

/** `title` says which job it is; `labels` overrides individual labels. */
export const Labels: Story = {
  args: {
    state: completed.withAllResults,
    title: 'Support bot, version 12',
    labels: { summary: 'In short', optimizedVersion: 'Version 13' },
  },
}
