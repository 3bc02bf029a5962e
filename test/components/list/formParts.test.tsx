import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ComponentType, createRef, type RefAttributes } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import {
  type PartProps,
  StartJobFormParts,
  type StartJobFormRootProps,
  useStartOptimizationJob,
} from '../../../src/index.js'
import { createJobSimulator } from '../../../src/testing.js'
import { createTestApp } from '../../../src/testingReact.js'
import { PROJECT_ID } from '../../support/renderJobHook.js'

const VERSION = 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22'
const DATASET = '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684'

const IDLE = {
  mutateAsync: vi.fn(),
  isPending: false,
  error: null,
} satisfies StartJobFormRootProps['mutation']
const STARTED = {
  jobId: 'j1',
  status: 'pending',
  phase: 'queued',
  createdAt: '2026-01-15T12:00:00Z',
} as const
const FAILED = { ...IDLE, error: new OptimizationError('for developers', { kind: 'token' }), data: STARTED }

/** Each part, with its own props, and a text that it contains. */
const PARTS: Record<Exclude<keyof typeof StartJobFormParts, 'Root'>, [props: object, text: string]> = {
  IdField: [{ name: 'datasetId' }, 'Dataset ID'],
  Instructions: [{}, 'Instructions (optional)'],
  Options: [{}, 'Use customer feedback'],
  Option: [{ name: 'useLabels' }, 'Use human labels'],
  Submit: [{}, 'Start job'],
  Error: [{}, 'Couldn’t start the job. Couldn’t sign in to the service.'],
  Success: [{}, 'Job started.'],
}
const names = Object.keys(PARTS) as (keyof typeof PARTS)[]

type AnyProps = PartProps<'div', { error: unknown }> & RefAttributes<HTMLElement>

it('StartJobFormParts has a test for each part', () => {
  expect([...names, 'Root'].sort()).toEqual(Object.keys(StartJobFormParts).sort())
})

describe.each(names)('StartJobFormParts.%s', (name) => {
  const [own, text] = PARTS[name]
  const Part = StartJobFormParts[name] as ComponentType<AnyProps>
  const renderPart = (props: AnyProps) =>
    render(
      <StartJobFormParts.Root mutation={FAILED}>
        <Part {...own} {...props} />
      </StartJobFormParts.Root>,
    )

  it('forwards native props and the ref, and takes functions of the state', () => {
    const ref = createRef<HTMLElement>()
    renderPart({
      ref,
      id: 'mine',
      className: ({ error }) => (error ? 'mine' : ''),
      style: () => ({ order: 1 }),
    })
    expect(ref.current).toHaveTextContent(text)
    expect(ref.current?.className).toMatch(/^rpo-[\w-]+ mine$/)
    expect(ref.current).toHaveAttribute('id', 'mine')
    expect(ref.current).toHaveStyle({ order: '1' })
  })

  it('renders another element', () => {
    const ref = createRef<HTMLElement>()
    renderPart({ ref, render: (props) => <section {...props} /> })
    expect(ref.current?.tagName).toBe('SECTION')
    expect(ref.current).toHaveTextContent(text)
  })

  it('throws outside StartJobFormParts.Root', () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Part {...own} />)).toThrow(
      `<StartJobFormParts.${name}> must be rendered inside <StartJobFormParts.Root>.`,
    )
    onError.mockRestore()
  })
})

function setUpForm() {
  const simulator = createJobSimulator()
  const bodies: unknown[] = []
  const fetch = async (request: Request) => {
    bodies.push(await request.clone().json())
    return simulator(request)
  }
  const { wrapper: App } = createTestApp({ fetch })
  return { App, bodies, simulator, user: userEvent.setup() }
}

describe('StartJobFormParts', () => {
  it('make a form of the app’s own, in which fields that are left out have their default values', async () => {
    const { App, bodies, user } = setUpForm()
    function MyForm() {
      const mutation = useStartOptimizationJob({ projectId: PROJECT_ID })
      return (
        <StartJobFormParts.Root
          mutation={mutation}
          defaultValues={{ promptTemplateVersionId: VERSION, useLabels: false }}
        >
          <StartJobFormParts.IdField
            name="datasetId"
            control={
              <select>
                <option value="">None</option>
                <option value={DATASET}>Tickets</option>
              </select>
            }
          />
          <StartJobFormParts.Option name="runTestAfterOptimization" />
          <StartJobFormParts.Submit className={({ isPending }) => (isPending ? 'busy' : undefined)} />
          <StartJobFormParts.Success />
        </StartJobFormParts.Root>
      )
    }
    render(<MyForm />, { wrapper: App })
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    const field = screen.getByRole('combobox', { name: 'Dataset ID' })
    expect(field).toHaveAccessibleDescription('Required')
    expect(field).toHaveFocus()
    await user.selectOptions(field, 'Tickets')
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(await screen.findByText('Job started.')).toBeVisible()
    expect(bodies).toEqual([
      {
        prompt_template_version_id: VERSION,
        dataset_id: DATASET,
        user_instructions: null,
        use_best_practices: true,
        use_labels: false,
        use_customer_feedback: true,
        run_test_after_optimization: false,
      },
    ])
  })

  it('render an error for an invalid value without a field', async () => {
    const { App, user, bodies } = setUpForm()
    function MyForm() {
      const mutation = useStartOptimizationJob({ projectId: PROJECT_ID })
      return (
        <StartJobFormParts.Root mutation={mutation} defaultValues={{ datasetId: 'mine' }}>
          <StartJobFormParts.Submit />
          <StartJobFormParts.Error />
        </StartJobFormParts.Root>
      )
    }
    render(<MyForm />, { wrapper: App })
    await user.click(screen.getByRole('button', { name: 'Start job' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Couldn’t start the job. Invalid request.')
    expect(bodies).toEqual([])
  })

  it('set data attributes while pending and for an invalid field', async () => {
    const { user } = setUpForm()
    const root = (mutation: StartJobFormRootProps['mutation']) => (
      <StartJobFormParts.Root mutation={mutation} data-testid="form">
        <StartJobFormParts.IdField name="datasetId" data-testid="field" />
        <StartJobFormParts.Submit />
      </StartJobFormParts.Root>
    )
    const { rerender } = render(root(IDLE))
    await user.click(screen.getByRole('button'))
    expect(screen.getByTestId('field')).toHaveAttribute('data-invalid')
    await user.type(screen.getByRole('textbox'), 'x')
    expect(screen.getByTestId('field')).not.toHaveAttribute('data-invalid')
    rerender(root({ ...IDLE, isPending: true }))
    expect(screen.getByTestId('form')).toHaveAttribute('data-pending')
    expect(screen.getByRole('button')).toHaveAttribute('data-pending')
  })
})

describe('StartJobFormParts.Root', () => {
  const submit = async (fields: React.ReactNode, defaultValues = {}) => {
    const mutateAsync = vi.fn()
    render(
      <StartJobFormParts.Root
        mutation={{ ...IDLE, mutateAsync }}
        defaultValues={{ promptTemplateVersionId: VERSION, datasetId: DATASET, ...defaultValues }}
      >
        {fields}
        <StartJobFormParts.Submit />
      </StartJobFormParts.Root>,
    )
    await userEvent.click(screen.getByRole('button'))
    return mutateAsync.mock.calls[0]?.[0]
  }

  it('submits the default values of disabled fields', async () => {
    expect(
      await submit(
        <>
          <StartJobFormParts.IdField name="datasetId" control={<input disabled />} />
          <StartJobFormParts.Options disabled />
        </>,
        { useLabels: false },
      ),
    ).toMatchObject({ datasetId: DATASET, useLabels: false, useBestPractices: undefined })
  })

  it('submits an option that is a select or a hidden field', async () => {
    const input = await submit(
      <>
        <select name="runTestAfterOptimization" defaultValue="false">
          <option>true</option>
          <option>false</option>
        </select>
        <input type="hidden" name="useLabels" value="true" />
      </>,
    )
    expect(input).toMatchObject({ runTestAfterOptimization: false, useLabels: true })
  })
})

it('StartJobFormParts.IdField labels a control with an ID of its own', () => {
  render(
    <StartJobFormParts.Root mutation={IDLE}>
      <StartJobFormParts.IdField name="datasetId" control={<input id="mine" />} />
    </StartJobFormParts.Root>,
  )
  expect(screen.getByLabelText('Dataset ID')).toHaveAttribute('id', 'mine')
})
