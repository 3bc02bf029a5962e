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
    Omit<OptimizationProviderProps, 'client' | 'children'> {
  /** Handles requests: a simulator, or any function from `Request` to `Response`. */
  fetch: (request: Request) => Promise<Response>
  /** @default a new one without garbage collection */
  queryClient?: QueryClient | undefined
}

/** The client, cache and providers for a component under test. */
export interface TestApp {
  /** The provider's client. */
  client: OptimizationClient
  /** The provider's query client. */
  queryClient: QueryClient
  /** For the `wrapper` of Testing Library's `render` and `renderHook`. */
  wrapper: ComponentType<{ children: ReactNode }>
}

/**
 * Creates a client that sends its requests to `fetch`, an empty cache, and a wrapper with both providers. Create one per
 * test, so that tests share no cache.
 *
 * @throws TypeError without `fetch`
 *
 * @example
 * const simulator = createJobSimulator()
 * const jobId = simulator.addJob({ projectId, scenario: 'failed', ageMs: 3_600_000 })
 * render(<JobPage projectId={projectId} jobId={jobId} />, createTestApp({ fetch: simulator }))
 */
export function createTestApp({
  fetch,
  baseUrl = 'https://service.test/api/v2',
  getToken,
  timeoutMs,
  // Garbage collection uses timers, which keep the process of a test alive.
  queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } }),
  ...providerProps
}: TestAppOptions): TestApp {
  // Without it, the client would use the global `fetch`, and tests the network.
  if (!fetch) {
    throw new TypeError(
      'createTestApp needs a fetch function, such as a simulator: createTestApp({ fetch: createJobSimulator() }). ' +
        'See node_modules/react-prompt-optimization/docs/errors/missing-test-fetch.md',
    )
  }
  const client = createOptimizationClient({ fetch, baseUrl, getToken, timeoutMs })
  function wrapper({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <OptimizationProvider client={client} {...providerProps}>
          {children}
        </OptimizationProvider>
      </QueryClientProvider>
    )
  }
  return { client, queryClient, wrapper }
}
