'use client'

import type { ReactElement, ReactNode } from 'react'
import Markdown from 'react-markdown'

// Parse time grows with the length; beyond this it is noticeable.
const MAX_CHARACTERS = 50_000
// Each mark or line costs the parser up to 0.1 ms.
const MARK = /\*\*?|__?|`+|\r?\n\n?|[[\]<>\\&#\r]| {4,8}|\t\t?|(?:[-+=]|\d[.)])(?=\s)/g
const MAX_MARKS = 1_000
// The end of a link or code span is searched for up to the end of the text.
const MAX_SEARCHED_CHARACTERS = 1_000_000
// The parser makes events for each word of a heading, and again of each search for the end of a code span.
const MAX_WORDS = 20_000
// Deeper quotes and lists overflow the parser's stack.
const DEEP = /^[\t >*+\-\d.)]{200}/m
const DISALLOWED = ['img']

/**
 * Renders the changes summary as Markdown. The text is untrusted: raw HTML is rendered as text, URLs that could run a
 * script are dropped, and images are omitted, because loading one would leak the reader's address. A summary that
 * could take longer than about 0.1 s to parse is rendered as plain text: more than 50,000 characters, more than 1,000
 * lines and markup characters, or many links or code spans in a long text.
 *
 * @example
 * return <JobStatusCard state={state} components={{ Summary: MarkdownSummary }} />
 */
export function MarkdownSummary({ children }: { children: string }): ReactElement {
  if (!isReasonable(children)) return <div className="rpo-text">{children}</div>
  // Another text is mounted again: a translator may have replaced the nodes of this one.
  return (
    <div key={children} className="rpo-markdown">
      <Markdown remarkPlugins={REMARK_PLUGINS} disallowedElements={DISALLOWED} components={COMPONENTS}>
        {children}
      </Markdown>
    </div>
  )
}

function isReasonable(text: string): boolean {
  if (text.length > MAX_CHARACTERS || DEEP.test(text)) return false
  // At most one code span of each length has no end, and one after each backslash.
  const openCode = new Set(text.match(/`+/g)).size + count(text, /\\`/g)
  return (
    count(text, MARK) <= MAX_MARKS &&
    (openCode + count(text, /]\(/g)) * text.length <= MAX_SEARCHED_CHARACTERS &&
    (1 + openCode) * count(text, /[\s`]/g) <= MAX_WORDS
  )
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Parses raw HTML as text: for each tag or comment without an end, the parser would search the rest of the text. */
function disableHtml(this: { data(): object }) {
  Object.assign(this.data(), { micromarkExtensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] })
}
const REMARK_PLUGINS = [disableHtml]

// Not real headings: they would break the outline of the embedding page.
const heading = ({ children }: { children?: ReactNode }) => <p className="rpo-markdown-heading">{children}</p>

const COMPONENTS = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
}
