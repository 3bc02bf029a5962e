import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, setUpUser, show } from './setUp.js'

freezeTime()

const LONG = `First of all. ${'Word '.repeat(200)}`
const textOf = (words: RegExp) => screen.getByText(words)

describe('a long text', () => {
  it.each([
    ['summary', { ...COMPLETED, changes_summary: LONG }],
    ['reason for a failure', { status: 'failed', error_message: LONG }],
    ['list', { ...COMPLETED, changes_summary: `First of all.${'\n- a change'.repeat(8)}` }],
  ])('(%s) is folded, opens on request and folds again', async (_, wire) => {
    const user = setUpUser()
    show(buildJobState(wire))
    const text = textOf(/First of all/)
    expect(text).toHaveAttribute('data-collapsed')
    await user.click(screen.getByRole('button', { name: 'Show more', expanded: false }))
    expect(text).not.toHaveAttribute('data-collapsed')
    await user.click(screen.getByRole('button', { name: 'Show less', expanded: true }))
    expect(text).toHaveAttribute('data-collapsed')
  })

  it('tells assistive technology which text its button opens', () => {
    show(buildJobState({ ...COMPLETED, changes_summary: LONG }))
    const button = screen.getByRole('button', { name: 'Show more' })
    expect(button).toHaveAttribute('aria-controls', textOf(/First of all/).id)
  })

  it('opens when the focus goes into it, so that nothing focused is hidden', async () => {
    const user = setUpUser()
    const Summary = ({ children }: { children: string }) => (
      <p>
        {children} <a href="/more">A link at the end</a>
      </p>
    )
    show(buildJobState({ ...COMPLETED, changes_summary: LONG }), { components: { Summary }, links: {} })
    const link = screen.getByRole('link', { name: 'A link at the end' })
    while (document.activeElement !== link) await user.tab()
    expect(textOf(/First of all/).closest('[data-collapsed]')).toBeNull()
    expect(screen.getByRole('button', { name: 'Show less', expanded: true })).toBeVisible()
  })
})

it('a short text has no button', () => {
  show(buildJobState(COMPLETED))
  expect(textOf(/refund policy/)).not.toHaveAttribute('data-collapsed')
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})
