const REQUIRED = ['fetch', 'Request', 'AbortController', 'URL', 'URLSearchParams']

/**
 * Checks that requests can be built and sent in this runtime.
 *
 * @throws Error that names what is missing
 */
export function checkPlatform(needsFetch: boolean): void {
  const missing = REQUIRED.filter(
    (name) => !Reflect.get(globalThis, name) && (needsFetch || name !== 'fetch'),
  )
  const problem = missing.length > 0 ? `${missing.join(', ')} is not defined` : findMismatch()
  if (!problem) return
  throw new Error(
    `createOptimizationClient can’t send requests in this runtime: ${problem}. Add a polyfill, or in tests an environment ` +
      'that has it. ' +
      'See node_modules/react-prompt-optimization/docs/errors/missing-platform-feature.md',
  )
}

/** Environments for tests may mix the classes of jsdom with those of Node. Workers allow no AbortController at module scope. */
function findMismatch(): string | null {
  if (!globalThis.document) return null
  try {
    new Request('https://service.invalid', { signal: new AbortController().signal })
    return null
  } catch (error) {
    return String(error)
  }
}
