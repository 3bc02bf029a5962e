import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import {
  createOptimizationClient,
  type OptimizationClient,
  type OptimizationClientOptions,
} from '../core/createOptimizationClient.js'
import { OptimizationProvider, type OptimizationProviderProps } from '../hooks/OptimizationProvider.js'

/** Options of {@link createTestApp}: those of the client and of the provider. */
export interface TestAppOptions
  extends Partial<OptimizationClientOptions>,
    Pick<OptimizationProviderProps, 'labels' | 'locale'> {
  /** What answers: a simulator, or any function from `Request` to `Response`. */
  fetch: (request: Request) => Promise<Response>
  /** @default a new one, which keeps its data for as long as the test holds it */
  queryClient?: QueryClient | undefined
}

/** What stands around a component under test. */
export interface TestApp {
  /** The client that the provider gives. */
  client: OptimizationClient
  /** The cache. */
  queryClient: QueryClient
  /** For the `wrapper` of Testing Library's `render` and `renderHook`. */
  wrapper: ComponentType<{ children: ReactNode }>
}

/**
 * The app around a component under test: a client whose requests `fetch` answers, an empty cache, and the providers with
 * both in them. Make one a test, so that no test sees what another has read.
 *
 * @throws TypeError without `fetch`
 *
 * @example
 * const simulator = createJobSimulator()
 * const jobId = simulator.addJob({ projectId, scenario: 'failed', ageMs: 3_600_000 })
 * render(<JobPage projectId={projectId} jobId={jobId} />, createTestApp({ fetch: simulator }))
 */
export function createTestApp({
  labels,
  locale,
  // A cache that forgets does so by a timer, and a timer keeps the process of a test alive.
  queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } }),
  ...clientOptions
}: TestAppOptions): TestApp {
  // Without it the client would take the global `fetch`, and a test would reach for the network.
  if (!clientOptions.fetch) {
    throw new TypeError(
      'createTestApp needs what answers its requests: createTestApp({ fetch: createJobSimulator() })',
    )
  }
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', ...clientOptions })
  function wrapper({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <OptimizationProvider client={client} labels={labels} locale={locale}>
          {children}
        </OptimizationProvider>
      </QueryClientProvider>
    )
  }
  return { client, queryClient, wrapper }
}
