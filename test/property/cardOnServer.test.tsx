// @vitest-environment node
import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { JobStatus, JobStatusCard } from '../../src/index.js'
import { anyState } from './anyState.js'
import { SEED } from './arbitraries.js'

afterEach(() => void vi.restoreAllMocks())

test('JobStatusCard renders on the server with any state without console messages', {
  timeout: 30_000,
}, () => {
  const error = vi.spyOn(console, 'error')
  const warn = vi.spyOn(console, 'warn')
  fc.assert(
    fc.property(anyState, (state) => {
      const html = renderToString(
        <>
          <JobStatusCard state={state} locale="en" onCancel={() => {}} />
          <JobStatus.Root state={state} locale="en">
            <JobStatus.Steps />
            <JobStatus.Ids />
          </JobStatus.Root>
        </>,
      )
      expect(html.match(/role="progressbar"/g)?.length ?? 0).toBeLessThanOrEqual(1)
      expect(html).not.toMatch(/<(img|script|iframe)/)
      expect(html).not.toMatch(/aria-valuetext="\s*"/)
      expect([...error.mock.calls, ...warn.mock.calls]).toEqual([])
    }),
    { seed: SEED, numRuns: 150 },
  )
})
