/**
 * Checks that requests can be built and sent in this runtime.
 *
 * @throws Error that names what is missing
 */
export function checkPlatform(needsFetch: boolean): void {
  let problem = needsFetch && !globalThis.fetch ? 'fetch is not defined' : null
  let cause: unknown
  try {
    const url = `${new URL('https://service.invalid')}?${new URLSearchParams()}`
    new Request(url, { signal: new AbortController().signal })
  } catch (error) {
    cause = error
    problem = (error as Error).message
  }
  if (problem === null) return
  throw new Error(
    `createOptimizationClient can’t send requests in this runtime: ${problem}. Add a polyfill, or in tests an environment ` +
      'that has it. ' +
      'See node_modules/react-prompt-optimization/docs/errors/missing-platform-feature.md',
    { cause },
  )
}
