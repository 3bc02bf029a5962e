const { setImmediate } = globalThis

/** What is alive on the heap of this process, in megabytes, once all garbage is gone. */
export async function heapMegabytes(): Promise<number> {
  if (!globalThis.gc) throw new Error('Node has to be started with --expose-gc.')
  let least = Number.POSITIVE_INFINITY
  // What a finalizer lets go is garbage of the next round.
  for (let round = 0; round < 5; round++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
    least = Math.min(least, process.memoryUsage().heapUsed)
  }
  return least / 1e6
}
