import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query'

const isServer = typeof window === 'undefined'
let browserClient: QueryClient | undefined

/** On the server, a new client for each request, so that users don't share a cache; in the browser, a singleton. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient()
  browserClient ??= makeQueryClient()
  return browserClient
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      dehydrate: {
        // Includes pending queries, so that they can be streamed.
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
        // Next.js needs its own errors unchanged, and redacts all others itself.
        shouldRedactErrors: () => false,
      },
      // After a streamed error, the browser retries once; then the hook takes over.
      hydrate: { queries: { retry: isServer ? 0 : 1 } },
    },
  })
}
