import 'server-only'
import { createOptimizationClient } from 'react-prompt-optimization/api'

/** Where the service is, and the key that must not leave the server. */
export const settings = {
  baseUrl: process.env.OPTIMIZATION_API_URL ?? 'https://service.example/api/v2',
  apiKey: () => process.env.OPTIMIZATION_API_KEY ?? '',
}

/** The service, as the server calls it. */
export const service = createOptimizationClient({
  baseUrl: settings.baseUrl,
  getToken: settings.apiKey,
  // A page does not wait for a service that hangs: the browser asks again.
  timeoutMs: 5_000,
})
