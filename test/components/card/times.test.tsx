import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { JobStatus, type OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, renderCard, setUpUser } from './setUp.js'

freezeTime()

const times = (state: OptimizationJobState) => (
  <JobStatus.Root state={state} locale="en">
    <JobStatus.Times />
  </JobStatus.Root>
)

it('JobStatus.Times renders when the job was created and finished, in full', () => {
  render(times(buildJobState(COMPLETED)))
  const terms = screen.getAllByRole('term').map((term) => [term.textContent, term.nextSibling?.textContent])
  expect(terms).toEqual([
    ['Created', expect.stringMatching(/^Thursday, January 1, 2026 at 9:50:00 AM/)],
    ['Finished', expect.stringMatching(/^Thursday, January 1, 2026 at 10:00:00 AM/)],
  ])
  expect(screen.getByText(/10:00:00/)).toHaveAttribute('datetime', '2026-01-01T10:00:00.000Z')
})

it('JobStatus.Times renders no end for an active job', () => {
  render(times(buildJobState({})))
  expect(screen.getAllByRole('term')).toHaveLength(1)
})

it('JobStatus.Times renders UTC on a server, whose time zone may differ', () => {
  expect(renderToString(times(buildJobState(COMPLETED)))).toContain('>2026-01-01 10:00 UTC</time>')
})

it('JobStatusCard has the full dates in its details, and no tab stop on a time', async () => {
  const { container } = renderCard(buildJobState(COMPLETED))
  await setUpUser().click(screen.getByText('Details'))
  const created = screen.getByText('Created')
  expect(created.nextElementSibling).toBeVisible()
  expect(screen.getByText('Job ID').compareDocumentPosition(created)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
  expect(container.querySelector('time[tabindex]')).toBeNull()
})
