import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { sourceAliases } from '../../scripts/sourceAliases.js'
import { findBrowsers } from './driver/findBrowsers.js'
import { storybookProvider } from './storybookProvider.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Every story, and the behavior that differs between browsers. */
const createProjects = (browser: 'firefox' | 'webkit'): TestProjectConfiguration[] => [
  {
    extends: true,
    plugins: [storybookTest({ configDir: path('../../.storybook') })],
    test: {
      name: `${browser}-stories`,
      setupFiles: ['.storybook/vitest.setup.ts'],
      provide: { takesScreenshots: false },
      fileParallelism: false,
      isolate: false,
      browser: { enabled: true, provider: storybookProvider(browser), instances: [{ browser }] },
    },
  },
  {
    resolve: { alias: sourceAliases },
    test: {
      name: browser,
      include: ['test/browsers/*.test.{ts,tsx}', `test/browsers/${browser}/*.test.ts`],
      env: { BROWSER: browser },
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
]

// Without the browsers, each test would fail. Knip, which also loads this file, needs none.
if (process.env.VITEST) findBrowsers()

/** Tests in Firefox and WebKit, for `npm run test:browsers`. */
export default defineConfig({
  root: path('../..'),
  plugins: [react()],
  test: { projects: [...createProjects('firefox'), ...createProjects('webkit')] },
})
