import {
  type UseMutationResult,
  useQueries,
  useQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type { OptimizationClient, StartOptimizationJobInput } from '../../src/api.js'
import {
  type FinishNotification,
  type JobPhase,
  type JobRecord,
  type JobReference,
  type OptimizationError,
  type OptimizationJob,
  type OptimizationJobListState,
  type OptimizationJobState,
  type OptimizationJobSummary,
  type OptimizationProviderProps,
  optimizationJobOptions,
  type StartedOptimizationJob,
  type StartOptimizationJobResult,
  type UseCancelOptimizationJobOptions,
  type UseOptimizationJobListOptions,
  type UseOptimizationJobOptions,
  type UseStartOptimizationJobOptions,
  type useActiveJobCount,
  type useCancelOptimizationJob,
  type useFinishNotification,
  useOptimizationJobStates,
  useStartOptimizationJob,
} from '../../src/index.js'

// The type checker runs these; the bodies of `unused` functions are never called.
type StateOf<Kind extends OptimizationJobState['kind']> = Extract<OptimizationJobState, { kind: Kind }>

describe('OptimizationJobState', () => {
  it('is discriminated by kind', () => {
    expectTypeOf<OptimizationJobState['kind']>().toEqualTypeOf<JobPhase | 'idle' | 'loading' | 'error'>()
  })

  it('has no job before the first response', () => {
    expectTypeOf<StateOf<'idle' | 'loading'>['job']>().toEqualTypeOf<null>()
  })

  it('has a job in every phase', () => {
    expectTypeOf<StateOf<JobPhase>['job']>().toEqualTypeOf<OptimizationJob>()
  })

  it('has an error and possibly a job after a non-retryable error', () => {
    expectTypeOf<StateOf<'error'>['error']>().toExtend<OptimizationError>()
    expectTypeOf<StateOf<'error'>['job']>().toEqualTypeOf<OptimizationJob | null>()
  })

  it('refetches without a rejection value', () => {
    expectTypeOf<OptimizationJobState['refetch']>().toEqualTypeOf<() => Promise<void>>()
  })
})

it('OptimizationJobListState always has jobs, and an error for the kind error', () => {
  expectTypeOf<OptimizationJobListState['jobs']>().toExtend<readonly { jobId: string; phase: JobPhase }[]>()
  expectTypeOf<
    Extract<OptimizationJobListState, { kind: 'error' }>['error']
  >().toEqualTypeOf<OptimizationError>()
})

describe('UseOptimizationJobOptions', () => {
  it('accepts a missing job ID', () => {
    expectTypeOf<UseOptimizationJobOptions['jobId']>().toEqualTypeOf<string | null | undefined>()
  })

  it('accepts an interval in milliseconds or a function of the job', () => {
    expectTypeOf<2_000>().toExtend<UseOptimizationJobOptions['pollIntervalMs']>()
    expectTypeOf<(job: OptimizationJob | null) => number>().toExtend<
      UseOptimizationJobOptions['pollIntervalMs']
    >()
    expectTypeOf<string>().not.toExtend<UseOptimizationJobOptions['pollIntervalMs']>()
  })

  it('passes the job to the callbacks', () => {
    type Callbacks = Required<UseOptimizationJobOptions>
    expectTypeOf<NonNullable<Callbacks['onFinish']>>().parameters.toEqualTypeOf<[OptimizationJob]>()
    expectTypeOf<NonNullable<Callbacks['onPhaseChange']>>().parameters.toEqualTypeOf<
      [OptimizationJob, JobPhase]
    >()
  })
})

describe('OptimizationProviderProps', () => {
  it('passes the job or a row of it, and where it belongs, to the callbacks', () => {
    type Events = Required<OptimizationProviderProps>
    expectTypeOf<NonNullable<Events['onJobFinish']>>().parameters.toEqualTypeOf<
      [OptimizationJobSummary, JobReference]
    >()
    expectTypeOf<NonNullable<Events['onJobPhaseChange']>>().parameters.toEqualTypeOf<
      [OptimizationJobSummary, JobPhase, JobReference]
    >()
  })
})

it('the poll interval of a list is a number or a function of its jobs', () => {
  type Interval = UseOptimizationJobListOptions['pollIntervalMs']
  expectTypeOf<2_000>().toExtend<Interval>()
  expectTypeOf<(jobs: readonly OptimizationJobSummary[] | null) => number>().toExtend<Interval>()
})

it('the mutations take the options of useMutation, except those that would send a request again or later', () => {
  const unused = () =>
    useStartOptimizationJob({
      projectId: 'p',
      onMutate: (input) => ({ datasetId: input.datasetId }),
      onSuccess: (job, input, context) => {
        expectTypeOf(job).toEqualTypeOf<StartedOptimizationJob>()
        expectTypeOf(input).toEqualTypeOf<StartOptimizationJobInput>()
        expectTypeOf(context).toEqualTypeOf<{ datasetId: string }>()
      },
      onError: (error) => expectTypeOf(error).toEqualTypeOf<OptimizationError>(),
    })
  expectTypeOf<ReturnType<typeof unused>>().toEqualTypeOf<StartOptimizationJobResult<{ datasetId: string }>>()
  expectTypeOf<StartOptimizationJobResult<{ datasetId: string }>>().toExtend<
    UseMutationResult<
      StartedOptimizationJob,
      OptimizationError,
      StartOptimizationJobInput,
      { datasetId: string }
    >
  >()
  type Options = keyof UseStartOptimizationJobOptions | keyof UseCancelOptimizationJobOptions
  expectTypeOf<Extract<Options, 'retry' | 'retryDelay' | 'networkMode' | 'mutationFn'>>().toBeNever()
})

it('optimizationJobOptions types the data and error of TanStack Query’s hooks', () => {
  const unused = (client: OptimizationClient) => {
    const options = optimizationJobOptions(client, { projectId: 'p', jobId: 'j' })
    return { query: useQuery(options), suspended: useSuspenseQuery(options) }
  }
  type Results = ReturnType<typeof unused>
  expectTypeOf<Results['query']['data']>().toEqualTypeOf<JobRecord | undefined>()
  expectTypeOf<Results['query']['error']>().toEqualTypeOf<OptimizationError | null>()
  expectTypeOf<Results['suspended']['data']>().toEqualTypeOf<JobRecord>()
})

it('the mutations take an input or a job ID, and fail with an OptimizationError', () => {
  type Start = ReturnType<typeof useStartOptimizationJob>
  type Cancel = ReturnType<typeof useCancelOptimizationJob>
  expectTypeOf<Parameters<Start['mutate']>[0]>().toEqualTypeOf<StartOptimizationJobInput>()
  expectTypeOf<Start['data']>().toEqualTypeOf<StartedOptimizationJob | undefined>()
  expectTypeOf<Parameters<Cancel['mutate']>[0]>().toEqualTypeOf<string>()
  expectTypeOf<Start['error'] | Cancel['error']>().toEqualTypeOf<OptimizationError | null>()
})

it('useActiveJobCount is a number, or null until it is known', () => {
  expectTypeOf<ReturnType<typeof useActiveJobCount>>().toEqualTypeOf<number | null>()
})

it('useFinishNotification needs no options, and returns a permission that includes `unsupported`', () => {
  expectTypeOf<typeof useFinishNotification>().toBeCallableWith()
  expectTypeOf<FinishNotification['permission']>().toEqualTypeOf<
    'unsupported' | 'default' | 'granted' | 'denied'
  >()
})

describe('useOptimizationJobStates', () => {
  it('takes the results of useQueries and useSuspenseQueries', () => {
    const unused = (client: OptimizationClient, references: readonly JobReference[]) => {
      const queries = references.map((reference) => optimizationJobOptions(client, reference))
      const states = useOptimizationJobStates(queries, useQueries({ queries }))
      expectTypeOf(states).toEqualTypeOf<readonly OptimizationJobState[]>()
      useOptimizationJobStates(queries, useSuspenseQueries({ queries }))
      // @ts-expect-error: results of another query
      useOptimizationJobStates(queries, [useQuery({ queryKey: ['other'], queryFn: () => 1 })])
    }
    expectTypeOf(unused).toBeFunction()
  })
})
