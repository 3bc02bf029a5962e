import { QueryClient } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  JobList,
  JobStatusCard,
  type StartOptimizationJobInput,
  useOptimizationJob,
} from '../../../src/index.js'
import { JobInputs, jobInputKeys, PromptNames, RunAgain } from '../../../src/prompts.js'
import { catalog, createJobSimulator, type ScenarioName } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID, settle } from '../../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000
// Not the latest one.
const VERSION = 'a3f1c2d4-0001-4a1b-8c2d-000000000011'

function Card({ jobId }: { jobId: string }) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId })
  return (
    <JobStatusCard
      state={state}
      details={<JobInputs projectId={PROJECT_ID} />}
      actions={<RunAgain projectId={PROJECT_ID} />}
    />
  )
}

/** A card of a job, and what it was started with, if it was started here. */
async function setUp(
  input?: Omit<StartOptimizationJobInput, 'promptTemplateVersionId' | 'datasetId'>,
  { scenario = 'happy' as ScenarioName, ageMs = HOUR_MS } = {},
) {
  const simulator = createJobSimulator()
  const [dataset] = catalog.datasets
  if (!dataset) throw new Error('The catalog has no dataset.')
  const startBody = { prompt_template_version_id: VERSION }
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs, startBody })
  const [job] = simulator.jobs(PROJECT_ID)
  if (!job) throw new Error('There is no job.')
  const queryClient = new QueryClient()
  if (input)
    queryClient.setQueryData(jobInputKeys.job({ projectId: PROJECT_ID, jobId }), {
      promptTemplateVersionId: job.original_version_id,
      datasetId: dataset.id,
      ...input,
    })
  const bodies: unknown[] = []
  const { wrapper } = createTestApp({
    fetch: async (request) => {
      if (request.method === 'POST') bodies.push(await request.clone().json())
      return simulator(request)
    },
    queryClient,
    links: { job: (id) => `/jobs/${id}` },
  })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  render(<Card jobId={jobId} />, { wrapper })
  await settle()
  const started = () => bodies
  return { simulator, queryClient, user, wrapper, job, dataset, started }
}

const trigger = () => screen.getByRole('button', { name: /^Run again…/ })

describe('RunAgain', () => {
  it('opens a form with everything that a job was started with, and starts it once', async () => {
    const { user, job, dataset, started } = await setUp({
      userInstructions: 'Be kind.',
      useCustomerFeedback: false,
    })
    await user.click(trigger())
    await settle()
    expect(screen.queryByText(/started elsewhere/)).toBeNull()
    expect(screen.getByRole('combobox', { name: 'Prompt' })).toHaveDisplayValue('Support reply')
    expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveDisplayValue(dataset.name ?? '')
    expect(screen.getByRole('textbox', { name: /Instructions/ })).toHaveValue('Be kind.')
    expect(screen.getByRole('checkbox', { name: 'Use customer feedback' })).not.toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    await settle()
    expect(started()).toEqual([
      expect.objectContaining({
        prompt_template_version_id: job.original_version_id,
        dataset_id: dataset.id,
        user_instructions: 'Be kind.',
        use_best_practices: true,
        use_customer_feedback: false,
      }),
    ])
    expect(screen.queryByRole('form')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(screen.getByRole('link', { name: 'Open job' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/jobs\//),
    )
  })

  it('keeps the version of a job that was started elsewhere, and says what is not known', async () => {
    const { user, job, started } = await setUp()
    await user.click(trigger())
    await settle()
    expect(screen.getByText(/started elsewhere, so its dataset, instructions/)).toBeVisible()
    const version = screen.getByRole('combobox', { name: 'Version' })
    expect(version).toHaveValue(job.original_version_id)
    expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(screen.getByRole('combobox', { name: 'Dataset' })).toHaveAccessibleDescription(/^Required/)
    expect(started()).toEqual([])
  })

  it('does not keep the version of another prompt where versions can’t be fetched', async () => {
    const { simulator, user, started } = await setUp({})
    await user.click(trigger())
    await settle()
    simulator.injectFault({ status: 403 }, { operation: 'listPromptVersions', times: 5 })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Prompt' }), 'Order classifier')
    await settle()
    expect(screen.getByRole('textbox', { name: 'Prompt version ID' })).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(started()).toEqual([])
  })

  it('leaves the focus where it is by the time the job is started', async () => {
    const { user } = await setUp({})
    const elsewhere = document.body.appendChild(document.createElement('input'))
    onTestFinished(() => elsewhere.remove())
    await user.click(trigger())
    await settle()
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    elsewhere.focus()
    await settle()
    expect(screen.getByText('Job started.')).toBeVisible()
    expect(elsewhere).toHaveFocus()
  })

  it('stays open on an Escape that ends a composition', async () => {
    const { user } = await setUp()
    await user.click(trigger())
    await settle()
    const field = screen.getByRole('textbox', { name: /Instructions/ })
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true })
    expect(field).toBeVisible()
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(trigger()).toHaveFocus()
  })

  it('closes on Escape without starting anything', async () => {
    const { user, started } = await setUp()
    await user.click(trigger())
    await settle()
    await user.tab()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(started()).toEqual([])
  })

  it.each([['failed' as const], ['cancelled' as const]])('is there for a job that is %s', async (kind) => {
    await setUp(undefined, { scenario: kind })
    expect(document.querySelector('article')).toHaveAttribute('data-kind', kind)
    expect(trigger()).toBeVisible()
  })

  it('is not there for a job that is running', async () => {
    await setUp(undefined, { ageMs: 60_000 })
    expect(screen.queryByRole('button', { name: /^Run again/ })).toBeNull()
  })
})

describe('JobInputs', () => {
  it('shows what a job was started with, by the name of its dataset', async () => {
    const { dataset } = await setUp({ useLabels: false })
    fireEvent.click(screen.getByRole('button', { name: /^Details/ }))
    await settle()
    const getValue = (name: string) => screen.getByText(name).nextElementSibling as HTMLElement
    expect(getValue('Dataset')).toHaveTextContent(dataset.name ?? '')
    expect(getValue('Instructions')).toHaveTextContent('None')
    expect(within(getValue('Options')).getAllByRole('listitem')).toHaveLength(3)
    expect(getValue('Turned off')).toHaveTextContent('Use human labels')
  })

  it('shows nothing, and fetches nothing, for a job that was started elsewhere', async () => {
    const { simulator } = await setUp()
    fireEvent.click(screen.getByRole('button', { name: /^Details/ }))
    await settle()
    expect(screen.queryByText('Dataset')).toBeNull()
    expect(simulator.requests.map(({ operation }) => operation)).not.toContain('listDatasets')
  })

  it('shows nothing for cached data that is not an input', async () => {
    const { queryClient, job } = await setUp()
    queryClient.setQueryData(jobInputKeys.job({ projectId: PROJECT_ID, jobId: job.job_id }), {
      datasetId: 7,
    })
    fireEvent.click(screen.getByRole('button', { name: /^Details/ }))
    await settle()
    expect(screen.queryByText('Dataset')).toBeNull()
  })
})

describe('PromptNames', () => {
  it('titles cards and rows by the names of their prompts, in one request', async () => {
    const { simulator, wrapper, job } = await setUp()
    render(
      <PromptNames projectId={PROJECT_ID}>
        <JobList projectId={PROJECT_ID} defaultExpandedJobIds={[job.job_id]} />
      </PromptNames>,
      { wrapper },
    )
    await settle()
    expect(document.querySelector('.rpo-row-title')).toHaveTextContent('Support reply')
    expect(screen.getByRole('article', { name: 'Support reply' })).toBeVisible()
    const reads = simulator.requests.filter(({ operation }) => operation === 'listPromptTemplates')
    expect(reads).toHaveLength(1)
  })
})
