import { defineConfig } from 'vitest/config'

/** The tests of the polling policy, the schema and the state, for `npm run test:mutation`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/core/**/*.test.ts'],
          // Stryker runs tests in threads, where a time zone cannot be set.
          exclude: ['test/core/toUtcDateTimeInTokyo.test.ts'],
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/hooks/**/*.test.tsx'],
          // Not of what is mutated, and the slowest.
          exclude: ['test/hooks/sharing.test.tsx'],
          setupFiles: ['./test/support/setup.ts'],
        },
      },
    ],
  },
})
