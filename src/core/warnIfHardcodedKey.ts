import { warnOnce } from './warnOnce.js'

const LOCAL = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/

/**
 * Warns the developer of a page that holds an API key: one that stands in the code of `getToken` reaches everybody who
 * opens the page. On this machine it reaches nobody else.
 */
export function warnIfHardcodedKey(getToken: unknown, token: string | undefined): void {
  warnOnce(
    () =>
      'the API key stands in the code of this page, and keys of this service are account-wide: anybody who opens the ' +
      'page can take it. Keep it on your server with createProxyHandler, from react-prompt-optimization/server.',
    () => {
      const hostname = globalThis.document?.location.hostname
      return Boolean(hostname && !LOCAL.test(hostname) && token && String(getToken).includes(token))
    },
  )
}
