/**
 * Upper bound of the CPU time that `run` takes on its thread: wall time includes other processes, and CPU time other
 * threads. The least of five runs if one takes longer than `limitMs`, because the machine may be busy.
 */
export function measureCpuMs(run: () => void, limitMs: number): number {
  let leastMs = Number.POSITIVE_INFINITY
  for (let count = 0; count < 5; count++) {
    const [startMs, start] = [performance.now(), process.cpuUsage()]
    run()
    const { user, system } = process.cpuUsage(start)
    leastMs = Math.min(leastMs, (user + system) / 1_000, performance.now() - startMs)
    if (leastMs <= limitMs) break
  }
  return leastMs
}
