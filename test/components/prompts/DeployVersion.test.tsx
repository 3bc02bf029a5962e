import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard, useOptimizationJob } from '../../../src/index.js'
import { DeployVersion, type DeployVersionProps } from '../../../src/prompts.js'
import { createJobSimulator, type ScenarioName } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { advance, PROJECT_ID } from '../../support/renderJobHook.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function Card({ jobId, ...props }: { jobId: string } & Partial<DeployVersionProps>) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId })
  return (
    <JobStatusCard
      state={state}
      title="Support reply"
      actions={<DeployVersion projectId={PROJECT_ID} {...props} />}
    />
  )
}

async function setUp(scenario: ScenarioName = 'happy', props: Partial<DeployVersionProps> = {}) {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs: 3_600_000 })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const { wrapper } = createTestApp({ fetch: simulator })
  render(<Card jobId={jobId} {...props} />, { wrapper })
  await advance()
  const operations = () => simulator.requests.map(({ operation }) => operation)
  return { simulator, user, operations }
}

const trigger = () => screen.getByRole('button', { name: 'Deploy… Support reply' })

async function deployTo(user: ReturnType<typeof userEvent.setup>, environment: string) {
  await user.click(trigger())
  await advance()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Environment' }), environment)
  await user.click(screen.getByRole('button', { name: `Deploy to ${environment}` }))
  await advance()
}

describe('DeployVersion', () => {
  it('fetches nothing before it is opened, and names prompt, version and environment', async () => {
    const { user, operations } = await setUp()
    expect(operations()).toEqual(['getJob'])
    await user.click(trigger())
    await advance()
    expect(operations().sort()).toEqual(['getJob', 'getPromptVersion', 'listEnvironments'])
    const group = within(screen.getByRole('group', { name: 'Deploy Support reply v13?' }))
    await user.selectOptions(group.getByRole('combobox', { name: 'Environment' }), 'production')
    expect(
      group.getByText('Deploy Support reply v13 to production? It changes what runs there.'),
    ).toBeVisible()
  })

  it('deploys to the chosen environment, once, and says so', async () => {
    const { simulator, user, operations } = await setUp()
    const [job] = simulator.jobs(PROJECT_ID)
    await deployTo(user, 'staging')
    expect(simulator.deployments).toEqual([
      {
        projectId: PROJECT_ID,
        promptTemplateId: job?.prompt_template_id,
        versionId: job?.optimized_version_id,
        environments: ['staging'],
      },
    ])
    expect(
      screen.getByText('Support reply v13 is deployed to staging.', { ignore: '[role=status]' }),
    ).toBeVisible()
    expect(screen.queryByRole('group', { name: /^Deploy/ })).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(operations().filter((operation) => operation === 'deployPromptVersion')).toHaveLength(1)
  })

  it('sends nothing without an environment, and after Escape', async () => {
    const { user, operations } = await setUp()
    await user.click(trigger())
    await advance()
    const confirm = screen.getByRole('button', { name: 'Deploy' })
    expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await user.click(confirm)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('group', { name: /^Deploy/ })).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(operations()).not.toContain('deployPromptVersion')
  })

  it.each([
    [{ status: 403, message: 'Not in production' }, /^Not in production.*The version wasn’t deployed\./],
    [{ status: 503 }, /may have been deployed anyway/],
    ['reset' as const, /may have been deployed anyway/],
  ])('says whether a failure may have deployed it (%s)', async (fault, text) => {
    const { simulator, user, operations } = await setUp()
    simulator.injectFault(fault, { operation: 'deployPromptVersion' })
    await deployTo(user, 'staging')
    expect(screen.getByRole('alert')).toHaveTextContent(text)
    await advance(60_000)
    expect(operations().filter((operation) => operation === 'deployPromptVersion')).toHaveLength(1)
  })

  it('offers the environments of the app, without a request', async () => {
    const { user, operations } = await setUp('happy', { environments: ['staging'] })
    await deployTo(user, 'staging')
    expect(operations()).not.toContain('listEnvironments')
    expect(operations()).toContain('deployPromptVersion')
  })

  it('takes the name of an environment where they can’t be fetched', async () => {
    const { simulator, user } = await setUp()
    simulator.injectFault({ status: 403 }, { operation: 'listEnvironments' })
    await user.click(trigger())
    await advance()
    await user.type(screen.getByRole('textbox', { name: 'Environment' }), 'staging')
    await user.click(screen.getByRole('button', { name: 'Deploy to staging' }))
    await advance()
    expect(simulator.deployments).toHaveLength(1)
  })

  it.each<ScenarioName>(['failed', 'identicalVersion'])('renders nothing for %s', async (scenario) => {
    await setUp(scenario)
    expect(screen.queryByRole('button', { name: /^Deploy/ })).toBeNull()
  })

  it('deploys the version of a job outside a card, named by its ID where it can’t be read', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 3_600_000 })
    simulator.injectFault({ status: 403 }, { operation: 'getPromptVersion' })
    const { wrapper, client } = createTestApp({ fetch: simulator })
    const job = await client.getJob({ projectId: PROJECT_ID, jobId })
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    render(<DeployVersion projectId={PROJECT_ID} job={job} environments={['staging']} />, { wrapper })
    await user.click(screen.getByRole('button', { name: 'Deploy…' }))
    await advance()
    const name = job.optimizedVersionId?.slice(0, 8)
    expect(screen.getByRole('group', { name: `Deploy ${name}?` })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Don’t deploy' }))
    expect(screen.queryByRole('group')).toBeNull()
    expect(simulator.deployments).toEqual([])
  })

  it('says that it is pending, and can’t be opened then', async () => {
    const { simulator, user } = await setUp()
    simulator.injectFault({ delayMs: 5_000 }, { operation: 'deployPromptVersion' })
    await deployTo(user, 'staging')
    const pending = screen.getByRole('button', { name: 'Deploying… Support reply' })
    await user.click(pending)
    expect(screen.queryByRole('group', { name: /^Deploy/ })).toBeNull()
    await advance(6_000)
    expect(screen.getByText(/is deployed to staging/, { ignore: '[role=status]' })).toBeVisible()
  })
})
