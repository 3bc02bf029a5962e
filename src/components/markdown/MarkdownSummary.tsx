'use client'

import type { ReactNode } from 'react'
import Markdown from 'react-markdown'

// Parse time grows with the length; beyond this it is noticeable.
const MAX_CHARACTERS = 50_000
// Text that is mostly markup takes the parser up to half a minute.
const MARK = /[*_[\]>`]|^ *[=-]|(?:[-+]|\d[.)])\s/gm
const MAX_MARKS = 1_000
// Deeper quotes and lists overflow the parser's stack.
const DEEP = /^[\t >*+\-\d.)]{200}/m
const DISALLOWED = ['img']

/**
 * Renders the changes summary as Markdown. The text is untrusted: raw HTML is rendered as text, URLs that could run a
 * script are dropped, and images are omitted, because loading one would leak the reader's address. A summary of more
 * than 50,000 characters, or with more than 1,000 markup characters, is rendered as plain text.
 *
 * @example
 * return <JobStatusCard state={state} components={{ Summary: MarkdownSummary }} />
 */
export function MarkdownSummary({ children }: { children: string }) {
  if (!isReasonable(children)) return <div className="rpo-text">{children}</div>
  // Another text is mounted again: a translator may have replaced the nodes of this one.
  return (
    <div key={children} className="rpo-markdown">
      <Markdown disallowedElements={DISALLOWED} components={COMPONENTS}>
        {children}
      </Markdown>
    </div>
  )
}

function isReasonable(text: string): boolean {
  if (text.length > MAX_CHARACTERS || DEEP.test(text)) return false
  return (text.match(MARK)?.length ?? 0) <= MAX_MARKS
}

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
