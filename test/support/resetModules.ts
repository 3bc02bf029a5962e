import { vi } from 'vitest'

// Files share a process, but not what the package remembers.
vi.resetModules()
