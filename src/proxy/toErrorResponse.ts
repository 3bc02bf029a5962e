import { forbidden } from './HttpError.js'
import { ProxyError } from './ProxyError.js'
import type { ProxyCall, ProxySettings } from './ProxyHandlerOptions.js'
import { type ClientResponse, createMessage } from './responses.js'

// For the client; `onError` gets the details.
const CLIENT_MESSAGES: Record<number, string> = {
  403: forbidden().message,
  502: 'Invalid response from the service',
  504: 'The service took too long to respond',
}

/** Reports a failure, and returns the response to it. */
export function toErrorResponse(
  error: unknown,
  call: ProxyCall | undefined,
  settings: ProxySettings,
): ClientResponse {
  const proxyError =
    error instanceof ProxyError
      ? error
      : new ProxyError(500, 'the proxy failed', { code: 'proxy-failed', cause: error })
  if (call) reportError(proxyError, call, settings)
  const { status = 500 } = proxyError
  return createMessage(status, CLIENT_MESSAGES[status] ?? 'The proxy failed')
}

/** Calls `onError`, whose own errors must become neither a response nor an unhandled rejection, which would end the process. */
export function reportError(error: ProxyError, call: ProxyCall, { onError }: ProxySettings): void {
  const report = async () => onError(error, call)
  report().catch(() => {
    // Ignored, as documented.
  })
}
