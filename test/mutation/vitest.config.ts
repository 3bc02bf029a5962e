import { defineConfig } from 'vitest/config'

/** Tests of what `npm run test:mutation` mutates. Without those that render, which would take hours. */
export default defineConfig({
  test: {
    include: [
      'test/core/{client,jobRecord,parseRetryAfter,phase,pollDelay,pollInterval,schema,toUtcDateTime}.test.ts',
      'test/core/shareAcrossTabs*.test.ts',
      'test/query/*.test.ts',
      'test/hooks/deriveJobState.test.ts',
      'test/components/outcome/*.test.ts',
      'test/proxy/sharing/*.test.ts',
    ],
  },
})
