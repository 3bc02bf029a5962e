import { defineConfig } from 'vitest/config'

/** Tests of what `npm run test:mutation` mutates. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'test/core/**/*.test.ts',
            'test/proxy/sharing/*.test.ts',
            'test/query/*.test.ts',
            'test/components/outcome/*.test.ts',
          ],
          // Stryker runs tests in worker threads, where process.env.TZ has no effect.
          exclude: ['test/core/toUtcDateTimeInTokyo.test.ts'],
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/hooks/**/*.test.tsx', 'test/components/outcome/*.test.tsx'],
          // Slow; test/core covers the same code.
          exclude: ['test/hooks/sharing.test.tsx'],
          setupFiles: ['./test/support/setup.ts'],
        },
      },
    ],
  },
})
