import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, renderCard, setUpUser } from './setUp.js'

freezeTime()

const LONG = `First of all. ${'Word '.repeat(200)}`
const findText = (pattern: RegExp) => screen.getByText(pattern)

describe('CollapsibleText', () => {
  it.each([
    ['summary', { ...COMPLETED, changes_summary: LONG }],
    ['error message', { status: 'failed', error_message: LONG }],
    ['list', { ...COMPLETED, changes_summary: `First of all.${'\n- a change'.repeat(8)}` }],
  ])('collapses a long %s, expands it and collapses it again', async (_, wire) => {
    const user = setUpUser()
    renderCard(buildJobState(wire))
    const text = findText(/First of all/)
    expect(text).toHaveAttribute('data-collapsed')
    await user.click(screen.getByRole('button', { name: /^Show more/, expanded: false }))
    expect(text).not.toHaveAttribute('data-collapsed')
    await user.click(screen.getByRole('button', { name: /^Show less/, expanded: true }))
    expect(text).toHaveAttribute('data-collapsed')
  })

  it('links its button to the text with aria-controls', () => {
    renderCard(buildJobState({ ...COMPLETED, changes_summary: LONG }))
    const button = screen.getByRole('button', { name: /^Show more/ })
    expect(button).toHaveAttribute('aria-controls', findText(/First of all/).id)
  })

  it('expands when focus enters it, so that no focused element is hidden', async () => {
    const user = setUpUser()
    const Summary = ({ children }: { children: string }) => (
      <p>
        {children} <a href="/more">A link at the end</a>
      </p>
    )
    renderCard(buildJobState({ ...COMPLETED, changes_summary: LONG }), { components: { Summary }, links: {} })
    const link = screen.getByRole('link', { name: 'A link at the end' })
    while (document.activeElement !== link) await user.tab()
    expect(findText(/First of all/).closest('[data-collapsed]')).toBeNull()
    expect(screen.getByRole('button', { name: /^Show less/, expanded: true })).toBeVisible()
  })
})

it('CollapsibleText renders no button for a short text', () => {
  renderCard(buildJobState(COMPLETED))
  expect(findText(/refund policy/)).not.toHaveAttribute('data-collapsed')
  expect(screen.queryByRole('button', { name: /^Show more/ })).toBeNull()
})
