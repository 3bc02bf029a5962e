import type { Fault, FaultMatcher, SimulatedOperation } from './Fault.js'

/** Injected faults, first in, first out. */
export interface FaultQueue {
  enqueue(fault: Fault, matcher: FaultMatcher): void
  /** Removes and returns the fault for a request, if any. */
  take(operation: SimulatedOperation | null): Fault | undefined
  clear(): void
}

export function createFaultQueue(): FaultQueue {
  const queue: { fault: Fault; operation: SimulatedOperation | undefined; left: number }[] = []
  return {
    enqueue(fault, { operation, times = 1 }) {
      queue.push({ fault, operation, left: times })
    },
    take(operation) {
      const index = queue.findIndex((entry) => entry.operation === undefined || entry.operation === operation)
      const entry = queue[index]
      if (!entry) return undefined
      entry.left--
      if (entry.left <= 0) queue.splice(index, 1)
      return entry.fault
    },
    clear() {
      queue.length = 0
    },
  }
}
