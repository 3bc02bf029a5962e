import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { MarkdownSummary } from '../../../src/markdown.js'
import { buildJobState } from '../../../src/testingReact.js'

const draw = (...lines: string[]) => render(<MarkdownSummary>{lines.join('\n')}</MarkdownSummary>).container

describe('a summary in Markdown', () => {
  it('is drawn with its headings, lists, emphasis and code', () => {
    draw('# Changes', '', '- **Bold** move', '- `refund_policy`', '', '```', 'const x = 1', '```')
    expect(screen.getByText('Changes')).toHaveClass('rpo-markdown-heading')
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText('Bold').tagName).toBe('STRONG')
    expect(screen.getByText('refund_policy').tagName).toBe('CODE')
    expect(screen.getByText('const x = 1').closest('pre')).toBeVisible()
  })

  it('adds no headings to the outline of the page', () => {
    draw('# h', '## h', '### h', '#### h', '##### h', '###### h', 'h', '=')
    expect(screen.queryByRole('heading')).toBeNull()
    expect(screen.getAllByText('h')).toHaveLength(7)
  })

  it('links to other pages, in a tab of their own that learns nothing of this one', () => {
    draw('[guide](https://docs.test/a) and <https://docs.test/b>')
    for (const link of screen.getAllByRole('link')) {
      expect(link).toHaveAttribute('href', expect.stringMatching(/^https:\/\/docs.test\/[ab]$/))
      expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
      expect(link).toHaveAttribute('target', '_blank')
    }
  })

  it('is drawn in the card', () => {
    render(
      <JobStatusCard
        state={buildJobState({ status: 'completed', changes_summary: '- **Bold** move' })}
        components={{ Summary: MarkdownSummary }}
      />,
    )
    expect(screen.getByText('Bold').tagName).toBe('STRONG')
  })
})

describe('a hostile summary', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://evil.test"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>body { display: none }</style>',
    'Text with <b onmouseover="alert(1)">markup</b>',
  ])('shows raw HTML as text: %s', (html) => {
    const container = draw(html)
    expect(container.querySelector('script, img, iframe, a, style, b')).toBeNull()
    expect(container).toHaveTextContent(html)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://app.test/1',
    'file:///etc/passwd',
  ])('has no link that runs a script or opens a file: %s', (url) => {
    const container = draw(`[read me](<${url}>)`, '', `[by reference][1]`, '', `[1]: <${url}>`)
    expect(container).toHaveTextContent('read me')
    expect(container.querySelector('a')).toBeNull()
  })

  it.each(['![x](https://evil.test/pixel.png)', '![x][1]\n\n[1]: https://evil.test/pixel.png'])(
    'loads no image, which would tell who is reading: %s',
    (image) => {
      const container = draw(`Before ${image}`)
      expect(container.querySelector('img')).toBeNull()
      expect(container).toHaveTextContent('Before')
    },
  )

  it('of more than 50,000 characters shows as plain text, and not later than anything else', () => {
    const container = draw(`# ${'x'.repeat(50_000)}`)
    expect(container.textContent).toMatch(/^# xxx/)
    expect(container.querySelector('.rpo-markdown')).toBeNull()
  })

  it.each([
    ['quotes', `${'> '.repeat(100)}x`],
    ['lists', `${'- '.repeat(100)}x`],
    ['numbered lists', `${'1. '.repeat(100)}x`],
    ['underlined headings', 'a\n=\n'.repeat(12_500)],
    ['emphasis', `${'*'.repeat(20_000)}x${'*'.repeat(20_000)}`],
    ['links', `${'['.repeat(8_000)}x${'](a)'.repeat(8_000)}`],
    ['code', '`a'.repeat(20_000)],
  ])('of endless %s, which would hold up the page or crash it, shows as plain text', (_, text) => {
    const container = draw(text)
    expect(container.querySelector('.rpo-markdown')).toBeNull()
    expect(container.textContent).toBe(text)
  })

  it('of 200 rich points is still drawn', () => {
    const container = draw('- **Bold** move\n'.repeat(200))
    expect(container.querySelectorAll('li')).toHaveLength(200)
  })

  it('of 50,000 characters is still drawn', () => {
    const container = draw(`# ${'x'.repeat(49_998)}`)
    expect(container.textContent).toMatch(/^xxx/)
  })
})
