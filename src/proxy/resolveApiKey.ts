import { withTimeout } from '../http/withTimeout.js'
import { ProxyError } from './ProxyError.js'
import type { ProxySettings } from './ProxyHandlerOptions.js'
import { getApiKeyIssue } from './resolveOptions.js'

/**
 * Gets the API key for one request.
 *
 * @throws ProxyError with status 502
 * @throws the reason of the request's signal when it is aborted
 */
export async function resolveApiKey(settings: ProxySettings, request: Request): Promise<string> {
  const { apiKey } = settings
  if (typeof apiKey === 'string') return apiKey.trim()
  const key = await callApiKey(apiKey, settings.timeoutMs, request)
  const issue = getApiKeyIssue(key)
  if (issue) throw new ProxyError(502, `${issue}, so nothing was sent`, { code: 'api-key-failed' })
  return String(key).trim()
}

async function callApiKey(apiKey: () => unknown, timeoutMs: number, request: Request): Promise<unknown> {
  const createTimeoutError = () =>
    new ProxyError(504, `no key from apiKey within ${timeoutMs / 1000} s`, { code: 'api-key-failed' })
  try {
    const key = apiKey()
    if (typeof key === 'string') return key
    return await withTimeout({ timeoutMs, createTimeoutError, signal: request.signal }, async () => key)
  } catch (error) {
    if (error instanceof ProxyError || request.signal.aborted) throw error
    const name = error instanceof Error ? error.name : typeof error
    // Without the message, which may contain the key: JSON.parse, for one, quotes its input.
    throw new ProxyError(
      502,
      `apiKey failed (${name}), so nothing was sent. Catch the error in apiKey for details`,
      { code: 'api-key-failed' },
    )
  }
}
