import { expect, it } from 'vitest'
import { isSafeHref } from '../../src/core/isSafeHref.js'

it.each(['/test-runs/1', 'runs/1', '?a=b:c', '#x', '//host/x', 'https://a.test/', 'HTTP://a', 'mailto:a@b'])(
  'isSafeHref accepts %j',
  (href) => {
    expect(isSafeHref(href)).toBe(true)
  },
)

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a/1',
])('isSafeHref rejects %j', (href) => {
  expect(isSafeHref(href)).toBe(false)
})
