import 'server-only'
import { createOptimizationClient } from 'react-prompt-optimization/api'

export const serviceOptions = {
  baseUrl: process.env.OPTIMIZATION_API_URL ?? 'https://service.example/api/v2',
  apiKey: () => process.env.OPTIMIZATION_API_KEY ?? '',
}

export const service = createOptimizationClient({
  baseUrl: serviceOptions.baseUrl,
  getToken: serviceOptions.apiKey,
  // Limits how long a page waits; after a timeout, the browser fetches the job.
  timeoutMs: 5_000,
})
