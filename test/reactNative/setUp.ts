import { AbortController, AbortSignal } from 'abort-controller'
import { vi } from 'vitest'

const throwNotImplemented = () => {
  throw new Error('not implemented')
}

class ReactNativeURL extends URL {}
Object.defineProperty(ReactNativeURL, 'canParse', { value: undefined })
for (const name of ['username', 'password'])
  Object.defineProperty(ReactNativeURL.prototype, name, { get: throwNotImplemented })

class ReactNativeURLSearchParams extends URLSearchParams {}
Object.defineProperty(ReactNativeURLSearchParams.prototype, 'set', { value: throwNotImplemented })
Object.defineProperty(ReactNativeURLSearchParams.prototype, 'size', { value: undefined })

/**
 * Replaces the platform with that of React Native: the libraries that it uses for `Request`, `Response` (without a stream) and
 * `AbortController` (without a reason), URLs of which a part is not implemented, a `window` without a document, and no
 * `crypto`, encoders and streams.
 */
export async function installReactNative(): Promise<void> {
  // @ts-expect-error: it has no types
  const { Headers, Request, Response } = await import('whatwg-fetch')
  const globals = {
    IS_REACT_ACT_ENVIRONMENT: true,
    // React's test renderer is deprecated on the web only.
    IS_REACT_NATIVE_TEST_ENVIRONMENT: true,
    window: globalThis,
    navigator: { product: 'ReactNative' },
    crypto: undefined,
    URL: ReactNativeURL,
    URLSearchParams: ReactNativeURLSearchParams,
    AbortController,
    AbortSignal,
    Headers,
    Request,
    Response,
    ReadableStream: undefined,
    TextDecoder: undefined,
    TextEncoder: undefined,
    DOMException: undefined,
    structuredClone: undefined,
    BroadcastChannel: undefined,
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
}
