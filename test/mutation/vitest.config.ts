import { defineConfig } from 'vitest/config'

/** Tests of the polling policy, the schema and the state, for `npm run test:mutation`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/core/**/*.test.ts'],
          // Stryker runs tests in worker threads, where process.env.TZ has no effect.
          exclude: ['test/core/toUtcDateTimeInTokyo.test.ts'],
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/hooks/**/*.test.tsx'],
          // Slow, and does not cover mutated code.
          exclude: ['test/hooks/sharing.test.tsx'],
          setupFiles: ['./test/support/setup.ts'],
        },
      },
    ],
  },
})
