import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { MarkdownSummary } from '../../../src/markdown.js'
import { buildJobState } from '../../../src/testingReact.js'

const renderMarkdown = (...lines: string[]) =>
  render(<MarkdownSummary>{lines.join('\n')}</MarkdownSummary>).container

describe('MarkdownSummary', () => {
  it('renders headings, lists, emphasis and code', () => {
    renderMarkdown('# Changes', '', '- **Bold** move', '- `refund_policy`', '', '```', 'const x = 1', '```')
    expect(screen.getByText('Changes')).toHaveClass('rpo-markdown-heading')
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText('Bold').tagName).toBe('STRONG')
    expect(screen.getByText('refund_policy').tagName).toBe('CODE')
    expect(screen.getByText('const x = 1').closest('pre')).toBeVisible()
  })

  it('adds no headings to the page outline', () => {
    renderMarkdown('# h', '## h', '### h', '#### h', '##### h', '###### h', 'h', '=')
    expect(screen.queryByRole('heading')).toBeNull()
    expect(screen.getAllByText('h')).toHaveLength(7)
  })

  it('opens links in a new tab without opener or referrer', () => {
    renderMarkdown('[guide](https://docs.test/a) and <https://docs.test/b>')
    for (const link of screen.getAllByRole('link')) {
      expect(link).toHaveAttribute('href', expect.stringMatching(/^https:\/\/docs.test\/[ab]$/))
      expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
      expect(link).toHaveAttribute('target', '_blank')
    }
  })

  it('renders inside JobStatusCard', () => {
    render(
      <JobStatusCard
        state={buildJobState({ status: 'completed', changes_summary: '- **Bold** move' })}
        components={{ Summary: MarkdownSummary }}
      />,
    )
    expect(screen.getByText('Bold').tagName).toBe('STRONG')
  })
})

describe('MarkdownSummary with untrusted input', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://evil.test"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>body { display: none }</style>',
    'Text with <b onmouseover="alert(1)">markup</b>',
  ])('renders raw HTML as text: %s', (html) => {
    const container = renderMarkdown(html)
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
  ])('drops links with an unsafe URL: %s', (url) => {
    const container = renderMarkdown(`[read me](<${url}>)`, '', `[by reference][1]`, '', `[1]: <${url}>`)
    expect(container).toHaveTextContent('read me')
    expect(container.querySelector('a')).toBeNull()
  })

  it.each(['![x](https://evil.test/pixel.png)', '![x][1]\n\n[1]: https://evil.test/pixel.png'])(
    'loads no images, which could track the reader: %s',
    (image) => {
      const container = renderMarkdown(`Before ${image}`)
      expect(container.querySelector('img')).toBeNull()
      expect(container).toHaveTextContent('Before')
    },
  )

  it('renders more than 50,000 characters as plain text', () => {
    const container = renderMarkdown(`# ${'x'.repeat(50_000)}`)
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
    ['indents', `${'- '.repeat(99)}x\n${`${' '.repeat(198)}y\n`.repeat(240)}`],
    ['link titles', '[a](<)> ('.repeat(200).padEnd(50_000, 'x')],
    ['code after backslashes', '\\``'.repeat(70).padEnd(50_000, 'x ')],
    [
      'code of many lengths',
      Array.from({ length: 20 }, (_, i) => `a${'`'.repeat(i)}`)
        .join('')
        .padEnd(50_000, 'x '),
    ],
    ['lines', 'x\n\n'.repeat(10_000)],
  ])('renders pathologically nested %s as plain text', (_, text) => {
    const container = renderMarkdown(text)
    expect(container.querySelector('.rpo-markdown')).toBeNull()
    expect(container.textContent).toBe(text)
  })

  it('renders Markdown in raw HTML, and no HTML', () => {
    const container = renderMarkdown('<div title="**a**">', '', '**Bold** &amp; <!-- note -->', '', '</div>')
    expect(container).toHaveTextContent('<div title="a"> Bold & <!-- note --> </div>')
    expect(container.querySelectorAll('strong')).toHaveLength(2)
    expect(container.querySelector('[title]')).toBeNull()
  })

  it('renders 20,000 characters of formatted text', () => {
    const step = `## Step\n\nIt **names** the \`tone\` and [the policy](https://docs.test). ${'More words. '.repeat(35)}\n\n`
    const lists = '- **First** item\n- `second` item\n\n```\nconst x = 1\n```\n\n'
    const container = renderMarkdown((step + lists).repeat(35))
    expect(container.querySelectorAll('pre')).toHaveLength(35)
  })

  it('renders 200 formatted list items', () => {
    const container = renderMarkdown('- **Bold** move\n'.repeat(200))
    expect(container.querySelectorAll('li')).toHaveLength(200)
  })

  it('renders 50,000 characters', () => {
    const container = renderMarkdown(`# ${'x'.repeat(49_998)}`)
    expect(container.textContent).toMatch(/^xxx/)
  })
})
