import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

afterEach(cleanup)

// Testing Library advances fake timers only when a `jest` global exists.
Object.assign(globalThis, {
  jest: { advanceTimersByTime: (delayMs: number) => vi.advanceTimersByTime(delayMs) },
})
