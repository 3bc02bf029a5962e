import { expect } from 'vitest'
import { measureCpuMs } from './measureCpuMs.js'

/** Runs what must take less CPU time than `limitMs`, and returns its result. */
export function expectCpuMs<Result>(limitMs: number, run: () => Result): Result {
  let result: Result | undefined
  const ms = measureCpuMs(() => {
    result = run()
  }, limitMs)
  expect(ms).toBeLessThan(limitMs)
  return result as Result
}
