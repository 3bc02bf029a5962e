import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

afterEach(cleanup)

// Testing Library moves fake timers only if it believes that they are Jest's.
Object.assign(globalThis, {
  jest: { advanceTimersByTime: (delayMs: number) => vi.advanceTimersByTime(delayMs) },
})
