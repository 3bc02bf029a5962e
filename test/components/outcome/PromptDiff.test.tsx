import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { PromptDiff, type PromptDiffProps } from '../../../src/diff.js'
import { de } from '../../../src/locales/de.js'
import type { PromptMessage, PromptVersion } from '../../../src/outcome.js'

const version = (text: string, rest: Partial<PromptVersion> = {}): PromptVersion => ({
  versionId: null,
  promptName: null,
  versionName: null,
  description: null,
  provider: 'openai',
  model: 'gpt-4o',
  parameters: {},
  messages: [{ kind: 'message', role: 'system', parts: [{ kind: 'text', text }] }],
  toolSchema: null,
  outputSchema: null,
  ...rest,
})

const lines = (...texts: string[]) => texts.join('\n')
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index}`)

const renderDiff = (
  original: PromptVersion,
  optimized: PromptVersion,
  props: Partial<PromptDiffProps> = {},
) => render(<PromptDiff original={original} optimized={optimized} {...props} />)

describe('PromptDiff', () => {
  it('marks lines as inserted and deleted, with words for screen readers', () => {
    renderDiff(version(lines('Same', 'Be polite.')), version(lines('Same', 'Be brief.')))
    expect(document.querySelector('del')).toHaveTextContent('Be polite.')
    expect(document.querySelector('ins')).toHaveTextContent('Be brief.')
    expect([...document.querySelectorAll('.rpo-line')].map(({ textContent }) => textContent)).toEqual([
      'Same',
      'Removed: Be polite.',
      'Added: Be brief.',
    ])
  })

  it('gives blank lines a line break, without which copying skips them', () => {
    renderDiff(version(lines('A', '', 'B')), version(lines('A', '', 'B', '')))
    expect(document.querySelectorAll('.rpo-line-text > br')).toHaveLength(2)
  })

  it('marks the words that differ', () => {
    renderDiff(version('Be polite at all times.'), version('Be brief at all times.'))
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'polite',
      'brief',
    ])
  })

  it('collapses unchanged lines, shows them on click, and keeps the focus', async () => {
    renderDiff(version(lines(...numbered(20), 'old')), version(lines(...numbered(20), 'new')))
    expect(screen.queryByText('Line 3')).toBeNull()
    expect(screen.getByText('Line 18')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show 18 unchanged lines' }))
    expect(screen.getByText('Line 3')).toBeVisible()
    const toggle = screen.getByRole('button', { name: 'Hide 18 unchanged lines' })
    expect(toggle).toHaveFocus()
    await userEvent.click(toggle)
    expect(screen.queryByText('Line 3')).toBeNull()
  })

  it('renders a long text in parts, and keeps the focus', async () => {
    renderDiff(version(''), version(lines(...numbered(1_200))))
    const shown = () => document.querySelectorAll('.rpo-line').length
    expect(shown()).toBe(500)
    const more = screen.getByRole('button', { name: 'Show more' })
    await userEvent.click(more)
    expect(shown()).toBe(1_000)
    expect(more).toHaveFocus()
    await userEvent.click(more)
    expect(shown()).toBe(1_200)
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
    expect(document.activeElement).toHaveClass('rpo-long-list')
  })

  it('renders as much of many messages as of one', async () => {
    const toVersion = (word: string) => {
      const [message] = version(lines(...numbered(100).map((line) => `${line} ${word}`))).messages
      return version('', { messages: Array.from({ length: 100 }, () => message as PromptMessage) })
    }
    renderDiff(toVersion('old'), toVersion('new'))
    expect(document.querySelectorAll('.rpo-line')).toHaveLength(400)
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(document.querySelectorAll('.rpo-line')).toHaveLength(800)
  })

  it('renders fewer long lines than short ones', () => {
    renderDiff(version(''), version(lines(...numbered(100).map((line) => line + '{{a}}'.repeat(900)))))
    expect(document.querySelectorAll('.rpo-line').length).toBeLessThan(25)
  })

  it('renders many variables in parts', async () => {
    renderDiff(version('Hi'), version(lines(...numbered(600).map((_, index) => `{{v${index}}}`))))
    const variables = document.querySelector<HTMLElement>('.rpo-variables') as HTMLElement
    expect(within(variables).queryByText('{{v599}}')).toBeNull()
    await userEvent.click(within(variables).getByRole('button', { name: 'Show more' }))
    expect(within(variables).getByText('{{v599}}')).toBeVisible()
  })

  it('renders a long line in parts, without splitting a character', async () => {
    renderDiff(version(''), version(`x${'😀'.repeat(7_000)}`))
    const text = () => document.querySelector('.rpo-line ins')?.textContent?.replace('Show more', '')
    expect(text()).toBe(`x${'😀'.repeat(4_999)}`)
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(text()).toBe(`x${'😀'.repeat(7_000)}`)
  })

  it('renders before and after where they are too large to compare', () => {
    const large = (seed: string) => lines(...Array.from({ length: 20_000 }, (_, index) => `${seed}${index}`))
    renderDiff(version(large('old ')), version(large('new ')))
    expect(screen.getByText(/too large to compare/)).toBeVisible()
    expect(screen.getByText('old 0')).toBeVisible()
    expect(screen.getByText('new 0')).toBeVisible()
    expect(screen.getAllByRole('button', { name: 'Show more' })).toHaveLength(2)
  })

  it('counts the lines, for eyes and ears', () => {
    renderDiff(version(lines('a', 'b')), version(lines('x', 'y', 'z')))
    const [all] = screen.getAllByText('3 lines added, 2 removed')
    expect(all?.parentElement).toHaveTextContent('3 lines added, 2 removed+3−2')
  })

  it('counts no lines where only something else has changed', () => {
    renderDiff(version('a'), version('a', { parameters: { temperature: 0.4 } }))
    expect(screen.getByText('Temperature')).toBeVisible()
    expect(document.querySelector('.rpo-line-counts')).toBeNull()
  })

  it('counts one line as such', () => {
    renderDiff(version('a'), version('b'))
    expect(screen.getAllByText('1 line added, 1 removed')[0]).toBeInTheDocument()
    renderDiff(version('a'), version('b'), { labels: de })
    expect(screen.getAllByText('1 Zeile hinzugefügt, 1 entfernt')[0]).toBeInTheDocument()
  })

  it('names settings and variables that differ', () => {
    renderDiff(
      version('Hi {{name}}', { parameters: { temperature: 0.7, seed: 1 } }),
      version('Hi {{customer}}', { parameters: { temperature: 0.4 }, outputSchema: { type: 'object' } }),
    )
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent)
    expect(terms).toEqual(['Temperature', 'seed'])
    const values = screen.getAllByRole('definition').map(({ textContent }) => textContent)
    expect(values).toEqual(['0.7 → 0.4', '1 → not set'])
    const block = within(screen.getByText('Output schema').closest('.rpo-line-block') as HTMLElement)
    expect(block.getByText('added')).toBeVisible()
    expect(block.getByText('"type": "object"')).toBeVisible()
    expect(screen.getByText('Removed variables:').parentElement).toHaveTextContent('{{name}}')
    expect(screen.getByText('New variables:').parentElement).toHaveTextContent('{{customer}}')
  })

  it('says that identical versions are, and nothing else', () => {
    renderDiff(version('Same'), version('Same'))
    expect(screen.getByText('The prompt is unchanged.')).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
    expect(document.querySelector('.rpo-line')).toBeNull()
  })

  it('names what is no text', () => {
    renderDiff(
      version('', { messages: [{ kind: 'history' }] }),
      version('', {
        messages: [
          { kind: 'history' },
          { kind: 'message', role: 'user', parts: [{ kind: 'media', name: 'photo' }] },
        ],
      }),
    )
    expect(screen.getByText('Conversation so far')).toBeVisible()
    expect(screen.getByText('[photo]')).toBeVisible()
  })

  it('names what is no text, and is gone', () => {
    const toVersion = (...names: string[]) => {
      const media = names.map((name) => ({ kind: 'media' as const, name }))
      return version('', {
        messages: [{ kind: 'message', role: 'user', parts: [{ kind: 'text', text: 'Look:' }, ...media] }],
      })
    }
    renderDiff(toVersion('photo', 'photo', 'sound'), toVersion('photo'))
    const removed = [...document.querySelectorAll('.rpo-not-copied')]
    expect(removed.map(({ textContent }) => textContent)).toEqual(['Removed: [photo]', 'Removed: [sound]'])
  })

  it('shows a number that became a text, and a setting with an unusual name', () => {
    renderDiff(
      version('', { parameters: { temperature: 0.7, constructor: 1 } }),
      version('', { parameters: { temperature: '0.7', constructor: 2 } }),
    )
    expect(document.querySelector('.rpo-settings')).toHaveTextContent(
      'Temperature0.7 → "0.7"constructor1 → 2',
    )
  })

  it('switches the view, and reports it', async () => {
    const onViewChange = vi.fn()
    renderDiff(version(lines('Same', 'a')), version(lines('Same', 'b')), { onViewChange })
    const group = within(screen.getByRole('group', { name: 'View' }))
    expect(document.querySelector('.rpo-line-pair')).toBeNull()
    await userEvent.click(group.getByRole('button', { name: 'Side by side' }))
    expect(document.querySelectorAll('.rpo-line-pair > .rpo-line:first-child')).toHaveLength(2)
    expect(document.querySelector('.rpo-diff-versions')).toHaveTextContent('BeforeAfter')
    expect(group.getByRole('button', { pressed: true })).toHaveTextContent('Side by side')
    expect(onViewChange).toHaveBeenCalledExactlyOnceWith('split')
    // A line that is in both is read once.
    expect(screen.getAllByText('Same').filter((line) => !line.closest('[aria-hidden]'))).toHaveLength(1)
  })

  it('keeps the view of a controlled component', async () => {
    renderDiff(version('a'), version('b'), { view: 'split' })
    await userEvent.click(screen.getByRole('button', { name: 'Unified' }))
    expect(document.querySelector('.rpo-line-pair')).not.toBeNull()
  })

  it('speaks the language of its labels', () => {
    renderDiff(version('a'), version('b'), { labels: de })
    expect(screen.getByRole('region', { name: 'Änderungen am Prompt' })).toBeVisible()
    expect(screen.getByText('geändert')).toBeVisible()
  })

  it('copies the new prompt, also what is collapsed, and says so', async () => {
    const user = userEvent.setup()
    renderDiff(version('old'), version(lines(...numbered(20), 'new')))
    await user.click(screen.getByRole('button', { name: 'Copy new prompt' }))
    expect(await navigator.clipboard.readText()).toBe(lines(...numbered(20), 'new'))
    expect(screen.getByRole('button', { name: 'Copied' })).toHaveFocus()
  })

  it('copies several messages with their roles', async () => {
    const user = userEvent.setup()
    renderDiff(
      version('old'),
      version('', {
        messages: [
          { kind: 'message', role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
          { kind: 'history' },
          {
            kind: 'message',
            role: 'user',
            parts: [
              { kind: 'text', text: '{{q}}' },
              { kind: 'media', name: 'photo' },
            ],
          },
        ],
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Copy new prompt' }))
    expect(await navigator.clipboard.readText()).toBe(
      'system:\nBe brief.\n\nhistory:\n\nuser:\n{{q}}\n[photo]',
    )
  })

  it('says that the prompt can’t be copied', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Denied'))
    renderDiff(version('old'), version('new'))
    await user.click(screen.getByRole('button', { name: 'Copy new prompt' }))
    expect(screen.getByRole('button', { name: 'Couldn’t copy. Select the text instead.' })).toBeVisible()
  })

  it('renders untrusted text as text', () => {
    renderDiff(version('<img src=x onerror="alert(1)">'), version('<script>alert(1)</script>'))
    expect(document.querySelector('img, script')).toBeNull()
  })
})
