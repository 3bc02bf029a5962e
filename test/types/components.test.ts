import type { ComponentProps, CSSProperties, ReactElement, ReactNode, Ref } from 'react'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  ElementProps,
  HeadingLevel,
  JobListParts,
  JobListProps,
  JobListRowState,
  JobStatus,
  JobStatusCard,
  OptimizationJobListState,
  OptimizationJobState,
  OptimizationJobSummary,
  PartProps,
  StartJobFormParts,
  StartJobFormRootProps,
  StartJobFormState,
  useOptimizationJobList,
  useStartOptimizationJob,
} from '../../src/index.js'

type Header = ComponentProps<typeof JobStatus.Header>
type Card = ComponentProps<typeof JobStatusCard>

describe('the parts of the card', () => {
  it('take a class, styles and an element, or functions of the state', () => {
    type State = OptimizationJobState
    expectTypeOf<Header['className']>().toEqualTypeOf<
      string | ((state: State) => string | undefined) | undefined
    >()
    expectTypeOf<Header['style']>().toEqualTypeOf<
      CSSProperties | ((state: State) => CSSProperties | undefined) | undefined
    >()
    expectTypeOf<(props: ElementProps, state: State) => ReactElement>().toExtend<Header['render']>()
    expectTypeOf<ReactElement>().toExtend<Header['render']>()
    expectTypeOf<ReactNode>().not.toExtend<Header['render']>()
    expectTypeOf<Card['render']>().toEqualTypeOf<Header['render']>()
  })

  it('take the props and the ref of their element', () => {
    type Details = ComponentProps<typeof JobStatus.Details>
    expectTypeOf<Details['open']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Ref<HTMLDivElement>>().toExtend<Details['ref']>()
    expectTypeOf<Header>().not.toHaveProperty('open')
    expectTypeOf<Details>().toExtend<PartProps<'div', OptimizationJobState>>()
  })

  it('take children only where they render them', () => {
    expectTypeOf<Header>().not.toHaveProperty('children')
    expectTypeOf<Card>().not.toHaveProperty('children')
    expectTypeOf<ComponentProps<typeof JobStatus.Root>>().toHaveProperty('children')
    expectTypeOf<ComponentProps<typeof JobStatus.Actions>>().toHaveProperty('children')
  })

  it('have headings of six levels', () => {
    expectTypeOf<Card['headingLevel']>().toEqualTypeOf<HeadingLevel | undefined>()
    expectTypeOf<0 | 7>().not.toExtend<HeadingLevel>()
  })
})

describe('the parts of the list', () => {
  it('take the state of the hook', () => {
    type Root = ComponentProps<typeof JobListParts.Root>
    expectTypeOf<ReturnType<typeof useOptimizationJobList>>().toExtend<Root['state']>()
    expectTypeOf<{ className: (state: OptimizationJobListState) => string }>().toExtend<
      Pick<Root, 'className'>
    >()
  })

  it('pass the job to the rows', () => {
    type Row = ComponentProps<typeof JobListParts.Row>
    type Rows = ComponentProps<typeof JobListParts.Rows>
    expectTypeOf<Row['job']>().toEqualTypeOf<OptimizationJobSummary>()
    expectTypeOf<{ className: (state: JobListRowState) => string }>().toExtend<Pick<Row, 'className'>>()
    expectTypeOf<NonNullable<Rows['children']>>().parameters.toEqualTypeOf<[OptimizationJobSummary]>()
  })

  it('are expanded by ID', () => {
    expectTypeOf<JobListProps['expandedJobIds']>().toEqualTypeOf<readonly string[] | undefined>()
    expectTypeOf<JobListProps['defaultExpandedJobIds']>().toEqualTypeOf<readonly string[] | undefined>()
    expectTypeOf<NonNullable<JobListProps['onExpandedJobIdsChange']>>().parameters.toEqualTypeOf<
      [readonly string[]]
    >()
  })
})

describe('the parts of the form', () => {
  it('take the result of the hook', () => {
    expectTypeOf<ReturnType<typeof useStartOptimizationJob>>().toExtend<StartJobFormRootProps['mutation']>()
    expectTypeOf<StartJobFormRootProps>().not.toHaveProperty('onSubmit')
  })

  it('have a state and names', () => {
    type IdField = ComponentProps<typeof StartJobFormParts.IdField>
    expectTypeOf<{ className: (state: StartJobFormState) => string }>().toExtend<Pick<IdField, 'className'>>()
    expectTypeOf<IdField['name']>().toEqualTypeOf<'promptTemplateVersionId' | 'datasetId'>()
  })
})
