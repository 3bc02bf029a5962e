import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { OptimizationClientOptions } from '../../../src/api.js'
import { OptimizationProvider, StartJobForm, type StartJobFormProps } from '../../../src/index.js'
import { createJobSimulator } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID } from '../../support/renderJobHook.js'
import { respond } from '../../support/respond.js'

const VERSION = 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22'
const DATASET = '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684'

function setUp(
  props: Partial<StartJobFormProps> = {},
  getResponse?: () => Promise<Response>,
  getToken?: OptimizationClientOptions['getToken'],
) {
  const simulator = createJobSimulator()
  const bodies: unknown[] = []
  const fetch = vi.fn(async (request: Request) => {
    bodies.push(await request.clone().json())
    return getResponse ? getResponse() : simulator(request)
  })
  const { wrapper: App } = createTestApp({ fetch, getToken, links: { job: (id) => `/jobs/${id}` } })
  const onStarted = vi.fn()
  render(<StartJobForm projectId={PROJECT_ID} onStarted={onStarted} {...props} />, { wrapper: App })
  return { fetch, bodies, onStarted, user: userEvent.setup(), simulator }
}

const start = () => screen.getByRole('button', { name: 'Start job' })

it('StartJobForm starts a job with the entered values', async () => {
  const { bodies, onStarted, user } = setUp()
  await user.type(screen.getByRole('textbox', { name: 'Prompt version ID' }), ` ${VERSION} `)
  await user.type(screen.getByRole('textbox', { name: 'Dataset ID' }), DATASET)
  await user.type(screen.getByRole('textbox', { name: /Instructions/ }), 'Be kind.')
  await user.click(screen.getByRole('checkbox', { name: 'Use customer feedback' }))
  await user.click(start())
  await vi.waitFor(() => expect(onStarted).toHaveBeenCalledTimes(1))
  expect(bodies).toEqual([
    {
      prompt_template_version_id: VERSION,
      dataset_id: DATASET,
      user_instructions: 'Be kind.',
      use_best_practices: true,
      use_labels: true,
      use_customer_feedback: false,
      run_test_after_optimization: true,
    },
  ])
  expect(onStarted.mock.calls[0]).toEqual([
    expect.objectContaining({ jobId: expect.any(String) }),
    {
      promptTemplateVersionId: VERSION,
      datasetId: DATASET,
      userInstructions: 'Be kind.',
      useBestPractices: true,
      useLabels: true,
      useCustomerFeedback: false,
      runTestAfterOptimization: true,
    },
  ])
})

it('StartJobForm focuses an invalid field, describes the error and sends no request', async () => {
  const { fetch, user } = setUp({ defaultValues: { promptTemplateVersionId: VERSION, datasetId: 'mine' } })
  await user.click(start())
  const field = screen.getByRole('textbox', { name: 'Dataset ID' })
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription(/Enter a valid ID/)
  expect(field).toHaveFocus()
  expect(screen.getByRole('textbox', { name: 'Prompt version ID' })).toBeValid()
  expect(fetch).not.toHaveBeenCalled()
})

it('StartJobForm marks an empty field as required', async () => {
  const { fetch, user } = setUp({ defaultValues: { promptTemplateVersionId: VERSION } })
  await user.click(start())
  const field = screen.getByRole('textbox', { name: 'Dataset ID' })
  expect(field).toHaveAccessibleDescription('Required')
  await user.type(field, 'mine')
  expect(field).toBeValid()
  await user.click(start())
  expect(field).toHaveAccessibleDescription(/Enter a valid ID/)
  expect(fetch).not.toHaveBeenCalled()
})

it('StartJobForm clears a field error on input', async () => {
  const { user } = setUp({ defaultValues: { promptTemplateVersionId: VERSION, datasetId: 'mine' } })
  await user.click(start())
  const field = screen.getByRole('textbox', { name: 'Dataset ID' })
  await user.type(field, '!')
  expect(field).toBeValid()
})

it('StartJobForm renders the service’s error message first, on a line of its own', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const getResponse = async () => respond({ message: 'dataset_id is unknown' }, { status: 400 })
  const { user } = setUp({ defaultValues }, getResponse)
  await user.click(start())
  const alert = await screen.findByRole('alert')
  expect([...alert.children].map(({ tagName, textContent }) => [tagName, textContent])).toEqual([
    ['DIV', 'Dataset ID is unknown'],
    ['DIV', 'Couldn’t start the job. Invalid request. Check the IDs.'],
  ])
})

it('StartJobForm names fields in the service’s error message as it labels them', async () => {
  const message =
    'prompt_template_version_id and dataset_id belong to other projects; user_instructions: too long'
  const { user } = setUp(
    {
      defaultValues: { promptTemplateVersionId: VERSION, datasetId: DATASET },
      labels: { instructions: 'Hints' },
    },
    async () => respond({ message }, { status: 422 }),
  )
  await user.click(start())
  expect((await screen.findByRole('alert')).firstElementChild).toHaveTextContent(
    'Prompt version ID and Dataset ID belong to other projects; Hints: too long',
  )
})

it('StartJobForm warns that the job may have started when the app’s own client fails', async () => {
  const { client, queryClient } = createTestApp({ fetch: createJobSimulator() })
  const startJob = () => Promise.reject(new Error('socket hang up'))
  render(
    <QueryClientProvider client={queryClient}>
      <OptimizationProvider client={{ ...client, startJob }}>
        <StartJobForm
          projectId={PROJECT_ID}
          defaultValues={{ promptTemplateVersionId: VERSION, datasetId: DATASET }}
        />
      </OptimizationProvider>
    </QueryClientProvider>,
  )
  await userEvent.setup().click(screen.getByRole('button', { name: 'Start job' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Something went wrong. The job may have started anyway.')
})

it('StartJobForm warns that the job may have started when no response arrives', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { user } = setUp({ defaultValues }, () => Promise.reject(new TypeError('Failed to fetch')))
  await user.click(start())
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The job may have started anyway')
  expect(alert).not.toHaveTextContent('Couldn’t start')
})

it('StartJobForm renders a sign-in error and sends no request when `getToken` fails', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { fetch, user } = setUp({ defaultValues }, undefined, () => Promise.reject(new Error('signed out')))
  await user.click(start())
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Couldn’t start the job. Couldn’t sign in to the service.')
  expect(alert).not.toHaveTextContent('may have started')
  expect(fetch).not.toHaveBeenCalled()
})

it('StartJobForm ignores submits while a request is pending', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { fetch, user } = setUp({ defaultValues }, () => new Promise(() => {}))
  await user.click(start())
  expect(await screen.findByRole('button', { name: 'Starting…' })).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Dataset ID' }), '{Backspace}5{Enter}')
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('StartJobForm starts one job on a double click', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { user, simulator, onStarted } = setUp({ defaultValues })
  await user.dblClick(start())
  await vi.waitFor(() => expect(onStarted).toHaveBeenCalled())
  expect(simulator.jobs(PROJECT_ID)).toHaveLength(1)
})

const VALUES = { promptTemplateVersionId: VERSION, datasetId: DATASET }
// The second click of a double click.
const afterDoubleClick = () => act(() => vi.advanceTimersByTimeAsync(1_100))

function setUpWithFakeTime(props: Partial<StartJobFormProps> = {}) {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const parts = setUp({ defaultValues: VALUES, ...props })
  return { ...parts, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) }
}

afterEach(() => void vi.useRealTimers())

it('StartJobForm says in a status that the job was started, with a link to it', async () => {
  const { onStarted, user } = setUp({ defaultValues: VALUES })
  const status = document.querySelector('form [role=status]')
  expect(status).toBeEmptyDOMElement()
  await user.click(start())
  const link = await screen.findByRole('link', { name: 'Open job' })
  expect(status).toHaveTextContent('Job started. Open job')
  expect(link).toHaveAttribute('href', `/jobs/${onStarted.mock.calls[0]?.[0].jobId}`)
})

it('StartJobForm asks before it starts a job with the same input again', async () => {
  const { fetch, onStarted, user } = setUpWithFakeTime()
  await user.click(start())
  await afterDoubleClick()
  await user.click(start())
  expect(screen.getByRole('alert')).toHaveTextContent(
    'You’ve already started a job with the same input. Start another one?',
  )
  await user.click(screen.getByRole('button', { name: 'Don’t start' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(start()).toHaveFocus()
  expect(fetch).toHaveBeenCalledTimes(1)

  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('button', { name: 'Start another job' }))
  await afterDoubleClick()
  expect(start()).toHaveFocus()
  expect(onStarted).toHaveBeenCalledTimes(2)
})

it('StartJobForm asks no longer once the input has changed, or after Escape', async () => {
  const { onStarted, user } = setUpWithFakeTime()
  await user.click(start())
  await afterDoubleClick()
  await user.click(start())
  await user.tab()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(start()).toHaveFocus()
  await user.click(start())
  await user.type(screen.getByRole('textbox', { name: /Instructions/ }), 'Be brief.')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(start())
  await afterDoubleClick()
  expect(onStarted).toHaveBeenCalledTimes(2)
})
