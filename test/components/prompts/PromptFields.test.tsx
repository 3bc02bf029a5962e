import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StartJobForm, StartJobFormParts, type StartJobFormProps } from '../../../src/index.js'
import { PromptFields, type PromptFieldsProps } from '../../../src/prompts.js'
import { catalog, createJobSimulator } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { advance, PROJECT_ID, settle } from '../../support/renderJobHook.js'

const [template] = catalog.promptTemplates
const [version, older] = template.versions
const [dataset, mismatched] = catalog.datasets

const OTHER_PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** @param hold delays a request */
function setUp(hold: (request: Request) => Promise<void> | void = () => {}) {
  const simulator = createJobSimulator()
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const { wrapper } = createTestApp({
    fetch: async (request) => {
      await hold(request)
      return simulator(request)
    },
  })
  const renderForm = (fields: Partial<PromptFieldsProps> = {}, form: Partial<StartJobFormProps> = {}) =>
    render(
      <StartJobForm
        projectId={PROJECT_ID}
        fields={<PromptFields projectId={PROJECT_ID} {...fields} />}
        {...form}
      />,
      { wrapper },
    )
  const started = () => simulator.jobs(PROJECT_ID)
  return { simulator, user, wrapper, renderForm, started }
}

const field = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })
const optionsOf = (name: string) =>
  within(field(name))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)

describe('PromptFields', () => {
  it('starts a job with what was chosen by name', async () => {
    const { user, renderForm, started } = setUp()
    const onStarted = vi.fn()
    renderForm({}, { onStarted })
    expect(optionsOf('Prompt')).toEqual(['Loading…'])
    await advance()
    expect(optionsOf('Prompt')).toEqual(['Choose…', 'Support reply', 'Order classifier', 'Call summary'])
    await user.selectOptions(field('Prompt'), 'Support reply')
    await advance()
    expect(optionsOf('Version')).toEqual(['Choose…', 'v12 · latest', 'v11'])
    await user.selectOptions(field('Dataset'), 'Refund conversations')
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    await advance()
    expect(onStarted).toHaveBeenCalledOnce()
    expect(started()).toMatchObject([{ prompt_template_id: template.id, original_version_id: version.id }])
  })

  it('chooses the latest version at first, again for another prompt', async () => {
    const { user, renderForm } = setUp()
    renderForm()
    await advance()
    await user.selectOptions(field('Prompt'), 'Support reply')
    await advance()
    expect(field('Version')).toHaveValue(version.id)
    await user.selectOptions(field('Version'), 'v11')
    expect(field('Version')).toHaveValue(older?.id)
    await user.selectOptions(field('Prompt'), 'Order classifier')
    await advance()
    expect(field('Version')).toHaveDisplayValue('v3 · latest')
  })

  it('chooses no version before it is known which is the latest', async () => {
    let respond = () => {}
    const isHeld = new Promise<void>((resolve) => {
      respond = resolve
    })
    const { renderForm } = setUp(async ({ url }) => {
      if (new URL(url).pathname.endsWith('/prompt-templates')) await isHeld
    })
    renderForm({ defaultPromptTemplateId: template.id })
    await advance()
    expect(optionsOf('Version')).toEqual(['Choose…', 'v12', 'v11'])
    expect(field('Version')).toHaveValue('')
    respond()
    await advance()
    expect(field('Version')).toHaveDisplayValue('v12 · latest')
  })

  it('forgets what was chosen, asked and started in another project', async () => {
    const { user, renderForm } = setUp()
    const { rerender } = renderForm({ defaultPromptTemplateId: template.id })
    await advance()
    await user.selectOptions(field('Dataset'), dataset.name)
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    await advance(1_100)
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(screen.getByText('Job started.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Start another job' })).toBeVisible()
    rerender(
      <StartJobForm projectId={OTHER_PROJECT_ID} fields={<PromptFields projectId={OTHER_PROJECT_ID} />} />,
    )
    await advance()
    expect(screen.queryByText('Job started.')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Start another job' })).toBeNull()
    expect(field('Dataset')).toHaveValue('')
  })

  it('forgets what was chosen in another project, in a form of the app’s own', async () => {
    const { user, wrapper } = setUp()
    const renderFields = (projectId: string) => (
      <StartJobFormParts.Root mutation={{ mutateAsync: vi.fn(), isPending: false, error: null }}>
        <PromptFields projectId={projectId} />
      </StartJobFormParts.Root>
    )
    const { rerender } = render(renderFields(PROJECT_ID), { wrapper })
    await advance()
    await user.selectOptions(field('Dataset'), dataset.name)
    rerender(renderFields(OTHER_PROJECT_ID))
    await advance()
    expect(field('Dataset')).toHaveValue('')
  })

  it('does not describe a version by its messages', async () => {
    const { user, renderForm } = setUp()
    renderForm({ defaultPromptTemplateId: template.id })
    await advance()
    await user.click(screen.getByRole('button', { name: 'Show the prompt' }))
    expect(field('Version')).toHaveAccessibleDescription('Refunds in a section of their own')
  })

  it('requires a choice, and focuses the first field that lacks it', async () => {
    const { user, renderForm, started } = setUp()
    renderForm()
    await advance()
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(field('Version')).toHaveFocus()
    expect(field('Version')).toHaveAccessibleDescription(/Required/)
    expect(started()).toEqual([])
  })

  it('shows the messages of the version, and what the dataset is', async () => {
    const { user, renderForm } = setUp()
    renderForm({ defaultPromptTemplateId: template.id })
    await advance()
    expect(screen.getByText('Refunds in a section of their own')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show the prompt' }))
    expect(screen.getByText('## Refunds')).toBeVisible()
    await user.selectOptions(field('Dataset'), 'Refund conversations')
    expect(screen.getByText(/Questions about refunds/)).toBeVisible()
    expect(screen.getByText(/^Inputs: company_name, language/)).toBeVisible()
  })

  it('warns where variables and inputs do not meet', async () => {
    const { user, renderForm } = setUp()
    renderForm({ defaultPromptTemplateId: template.id })
    await advance()
    await user.selectOptions(field('Dataset'), mismatched?.name ?? '')
    expect(screen.getByText(/doesn’t fill these variables of the prompt: .*\{\{question\}\}/)).toBeVisible()
    expect(screen.getByText(/doesn’t use these inputs of the dataset: message$/)).toBeVisible()
  })

  it('has the values of the form at first', async () => {
    const { renderForm } = setUp()
    const defaultValues = { promptTemplateVersionId: older?.id ?? '', datasetId: dataset.id }
    renderForm({ defaultPromptTemplateId: template.id }, { defaultValues })
    await advance()
    expect(field('Prompt')).toHaveDisplayValue('Support reply')
    expect(field('Version')).toHaveDisplayValue('v11')
    expect(field('Dataset')).toHaveDisplayValue('Refund conversations')
  })

  it('does not ask for what the app has set', async () => {
    const { simulator, user, renderForm, started } = setUp()
    renderForm({ hasVersion: false }, { defaultValues: { promptTemplateVersionId: version.id } })
    await advance()
    expect(screen.queryByRole('combobox', { name: 'Prompt' })).toBeNull()
    expect(simulator.requests.map(({ operation }) => operation)).toEqual(['listDatasets'])
    await user.selectOptions(field('Dataset'), 'Refund conversations')
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    await advance()
    expect(started()).toMatchObject([{ original_version_id: version.id }])
  })

  it('takes IDs where names can’t be fetched, until they can', async () => {
    const { simulator, user, renderForm } = setUp()
    simulator.injectFault({ status: 403 }, { operation: 'listPromptTemplates' })
    renderForm()
    await advance()
    expect(screen.getByRole('alert')).toHaveTextContent('Couldn’t load the prompts.')
    expect(screen.getByRole('textbox', { name: 'Prompt version ID' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await advance()
    expect(field('Prompt')).toBeVisible()
    expect(screen.queryByRole('textbox', { name: 'Prompt version ID' })).toBeNull()
  })

  it('reads on, and filters what is many', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ id: `id-${index}`, name: `Prompt ${index}` }))
    const { wrapper } = createTestApp({
      fetch: async ({ url }) => {
        const page = Number(new URL(url).searchParams.get('page'))
        const data = url.includes('prompt-templates') ? rows.slice((page - 1) * 100, page * 100) : []
        return Response.json({ data, pagination: { has_next: url.includes('prompt-templates') && page < 3 } })
      },
    })
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const onSubmit = vi.fn()
    render(
      <div onSubmit={onSubmit}>
        <StartJobForm projectId={PROJECT_ID} fields={<PromptFields projectId={PROJECT_ID} />} />
      </div>,
      { wrapper },
    )
    await settle()
    expect(optionsOf('Prompt')).toHaveLength(251)
    await user.type(screen.getByRole('searchbox', { name: 'Search: Prompt' }), 'prompt 24{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(optionsOf('Prompt')).toEqual(['Choose…', 'Prompt 24', ...rows.slice(240).map(({ name }) => name)])
    expect(screen.getByText('This project has no datasets.')).toBeVisible()
  })

  it('shows all versions of a prompt that has few, after a search among many', async () => {
    const templates = ['many', 'few'].map((id) => ({ id, name: id, latest_template_version_id: `${id} 0` }))
    const { wrapper } = createTestApp({
      fetch: async ({ url }) => {
        const count = url.includes('/many/') ? 30 : 3
        const versions = Array.from({ length: count }, (_, index) => ({
          prompt_template_version_id: `${count === 30 ? 'many' : 'few'} ${index}`,
          version_name: `v${index}`,
          content: [],
        }))
        const data = url.includes('/versions') ? versions : url.includes('prompt-templates') ? templates : []
        return Response.json({ data, pagination: { has_next: false } })
      },
    })
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    render(<StartJobForm projectId={PROJECT_ID} fields={<PromptFields projectId={PROJECT_ID} />} />, {
      wrapper,
    })
    await settle()
    await user.selectOptions(field('Prompt'), 'many')
    await settle()
    await user.type(screen.getByRole('searchbox', { name: 'Search: Version' }), 'v29')
    expect(optionsOf('Version')).toEqual(['Choose…', 'v0 · latest', 'v29'])
    await user.clear(screen.getByRole('searchbox', { name: 'Search: Version' }))
    await user.type(screen.getByRole('searchbox', { name: 'Search: Version' }), 'v99')
    expect(screen.getByText('No matches')).toBeVisible()
    await user.selectOptions(field('Prompt'), 'few')
    await settle()
    expect(optionsOf('Version')).toEqual(['Choose…', 'v0 · latest', 'v1', 'v2'])
    expect(screen.queryByText('No matches')).toBeNull()
  })

  it('shows IDs where there are no names, and what is no text', async () => {
    const wire = {
      templates: [{ id: 'template-1', latest_template_version_id: null }],
      versions: [
        {
          prompt_template_version_id: 'version-1',
          content: [
            { role: 'user', content: 'Look', media_slots: ['photo'] },
            { kind: 'history' },
            { kind: 'tool' },
          ],
        },
      ],
      datasets: [{ id: 'dataset-1', media_input_names: ['photo'] }],
    }
    const { wrapper } = createTestApp({
      fetch: async ({ url }) =>
        Response.json({
          data: url.includes('/versions')
            ? wire.versions
            : url.includes('datasets')
              ? wire.datasets
              : wire.templates,
        }),
    })
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    const fields = <PromptFields projectId={PROJECT_ID} defaultPromptTemplateId="template-1" />
    render(<StartJobForm projectId={PROJECT_ID} fields={fields} />, { wrapper })
    await advance()
    expect(field('Prompt')).toHaveDisplayValue('template-1')
    expect(field('Version')).toHaveDisplayValue('version-1')
    await user.click(screen.getByRole('button', { name: 'Show the prompt' }))
    expect(screen.getByText('[photo]')).toBeVisible()
    expect(screen.getByText('Conversation so far')).toBeVisible()
    await user.selectOptions(field('Dataset'), 'dataset-1')
    expect(screen.getByText('Inputs: photo')).toBeVisible()
    expect(screen.queryByText(/doesn’t/)).toBeNull()
  })

  it('says that only some could be loaded, and loads the rest', async () => {
    const rows = (from: number) =>
      Array.from({ length: 100 }, (_, index) => ({ id: `${from + index}`, name: `Prompt ${from + index}` }))
    let isFailing = true
    const { wrapper } = createTestApp({
      fetch: async ({ url }) => {
        if (!url.includes('prompt-templates')) return Response.json({ data: [] })
        if (url.includes('page=1')) return Response.json({ data: rows(0), pagination: { has_next: true } })
        return isFailing ? Response.json({}, { status: 403 }) : Response.json({ data: rows(100) })
      },
    })
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
    render(<StartJobForm projectId={PROJECT_ID} fields={<PromptFields projectId={PROJECT_ID} />} />, {
      wrapper,
    })
    await settle()
    expect(screen.getByText('Couldn’t load all of them.')).toBeVisible()
    expect(optionsOf('Prompt')).toHaveLength(101)
    isFailing = false
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await settle()
    expect(optionsOf('Prompt')).toHaveLength(201)
    expect(screen.queryByText('Couldn’t load all of them.')).toBeNull()
    await user.type(screen.getByRole('searchbox'), 'no such prompt')
    expect(screen.getByText('No matches')).toBeVisible()
  })

  it('takes a version’s ID where the versions can’t be fetched', async () => {
    const { simulator, renderForm } = setUp()
    simulator.injectFault({ status: 403 }, { operation: 'listPromptVersions' })
    simulator.injectFault({ status: 403 }, { operation: 'listDatasets' })
    renderForm({ defaultPromptTemplateId: template.id, hasDataset: false })
    await advance()
    expect(field('Prompt')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Prompt version ID' })).toBeVisible()
    expect(screen.queryByRole('combobox', { name: 'Dataset' })).toBeNull()
  })
})
