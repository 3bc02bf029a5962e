import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query'

const isServer = typeof window === 'undefined'
let browserClient: QueryClient | undefined

/** A new client for each request on the server, where users must not share one, and a single one in the browser. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient()
  browserClient ??= makeQueryClient()
  return browserClient
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      dehydrate: {
        // Also what is still on its way, so that it can be streamed.
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
        // Next.js has to see its own errors, and redacts all others itself.
        shouldRedactErrors: () => false,
      },
      // A failure that was streamed: the browser asks once for itself, and the hook goes on from its answer.
      hydrate: { queries: { retry: isServer ? 0 : 1 } },
    },
  })
}
