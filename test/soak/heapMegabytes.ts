const { setImmediate } = globalThis

/** Heap size of this process after garbage collection, in megabytes. */
export async function heapMegabytes(): Promise<number> {
  if (!globalThis.gc) throw new Error('Start Node with --expose-gc.')
  let minimum = Number.POSITIVE_INFINITY
  // Objects released by finalizers are collected in the next round.
  for (let round = 0; round < 5; round++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
    minimum = Math.min(minimum, process.memoryUsage().heapUsed)
  }
  return minimum / 1e6
}
