import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { OptimizationClientOptions } from '../../../src/api.js'
import { StartJobForm, type StartJobFormProps } from '../../../src/index.js'
import { createJobSimulator } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID } from '../../support/renderJobHook.js'
import { respond } from '../../support/respond.js'

const VERSION = 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22'
const DATASET = '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684'

function setUp(
  props: Partial<StartJobFormProps> = {},
  answer?: () => Promise<Response>,
  getToken?: OptimizationClientOptions['getToken'],
) {
  const simulator = createJobSimulator()
  const bodies: unknown[] = []
  const fetch = vi.fn(async (request: Request) => {
    bodies.push(await request.clone().json())
    return answer ? answer() : simulator(request)
  })
  const { wrapper: App } = createTestApp({ fetch, getToken })
  const onStarted = vi.fn()
  render(<StartJobForm projectId={PROJECT_ID} onStarted={onStarted} {...props} />, { wrapper: App })
  return { fetch, bodies, onStarted, user: userEvent.setup(), simulator }
}

const start = () => screen.getByRole('button', { name: 'Start job' })

it('starts a job with what was entered', async () => {
  const { bodies, onStarted, user } = setUp()
  await user.type(screen.getByRole('textbox', { name: 'Prompt version id' }), ` ${VERSION} `)
  await user.type(screen.getByRole('textbox', { name: 'Dataset id' }), DATASET)
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
  expect(await screen.findByRole('status')).toHaveTextContent('The job has been started.')
})

it('says at the field what cannot be right, goes there, and sends nothing', async () => {
  const { fetch, user } = setUp({ defaultValues: { promptTemplateVersionId: VERSION, datasetId: 'mine' } })
  await user.click(start())
  const field = screen.getByRole('textbox', { name: 'Dataset id' })
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription(/An id looks like this/)
  expect(field).toHaveFocus()
  expect(screen.getByRole('textbox', { name: 'Prompt version id' })).toBeValid()
  expect(fetch).not.toHaveBeenCalled()
})

it('says no more what cannot be right once it is corrected', async () => {
  const { user } = setUp({ defaultValues: { promptTemplateVersionId: VERSION, datasetId: 'mine' } })
  await user.click(start())
  const field = screen.getByRole('textbox', { name: 'Dataset id' })
  await user.type(field, '!')
  expect(field).toBeValid()
})

it('shows what the service refuses, in place', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const answer = async () => respond({ message: 'dataset_id is unknown' }, { status: 400 })
  const { user } = setUp({ defaultValues }, answer)
  await user.click(start())
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The job was not started. The service did not accept the request. Check the ids. dataset_id is unknown',
  )
})

it('does not claim that nothing was started when no answer came', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { user } = setUp({ defaultValues }, () => Promise.reject(new TypeError('Failed to fetch')))
  await user.click(start())
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The job may have started all the same')
  expect(alert).not.toHaveTextContent('was not started')
})

it('says that nothing was started where there was no token to send it with', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { fetch, user } = setUp({ defaultValues }, undefined, () => Promise.reject(new Error('signed out')))
  await user.click(start())
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The job was not started. Signing in to the service failed.')
  expect(alert).not.toHaveTextContent('may have started')
  expect(fetch).not.toHaveBeenCalled()
})

it('starts nothing else while a start is under way', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { fetch, user } = setUp({ defaultValues }, () => new Promise(() => {}))
  await user.click(start())
  expect(await screen.findByRole('button', { name: 'Starting…' })).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: 'Dataset id' }), '{Backspace}5{Enter}')
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('starts one job by a double click', async () => {
  const defaultValues = { promptTemplateVersionId: VERSION, datasetId: DATASET }
  const { user, simulator, onStarted } = setUp({ defaultValues })
  await user.dblClick(start())
  await vi.waitFor(() => expect(onStarted).toHaveBeenCalled())
  expect(simulator.jobs(PROJECT_ID)).toHaveLength(1)
})
