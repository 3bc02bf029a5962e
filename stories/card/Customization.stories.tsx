import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect, fn } from 'storybook/test'
import { completed, links, running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Pieces of your own',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const onDeploy = fn()

/** Actions of the app's own. With the class of the card's buttons they look like them; with another, like the app's. */
export const Actions: Story = {
  args: {
    state: completed.withEverything,
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

/** Actions of the app's own, beside the card's. */
export const ActionsBesideTheCards: Story = {
  name: 'Actions beside the card’s',
  args: {
    state: running.withSteps,
    onCancel: fn(),
    actions: (
      <button type="button" className="rpo-button">
        Tell me when it is over
      </button>
    ),
  },
}

const onNavigate = fn()

/** Stands for the link of a router, which takes `to` and goes there without loading the page. */
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

/** A router's link, through `components`. */
export const Link: Story = {
  args: {
    state: completed.withEverything,
    components: { Link: ({ href, ...props }) => <RouterLink to={href} {...props} /> },
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('link', { name: 'Comparison' }))
    await expect(onNavigate).toHaveBeenCalledWith('#/comparisons/9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a')
  },
}

/** What draws the summary, through `components`: here each line of its own. */
export const Summary: Story = {
  args: {
    state: completed.withEverything,
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

/** A few words, through `labels`; the rest stay. */
export const Words: Story = {
  args: {
    state: completed.withEverything,
    labels: { title: 'Support bot, version 12', summary: 'In short', optimizedVersion: 'Version 13' },
  },
}
