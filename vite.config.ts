import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/findChromium.mjs'
import { sourceAliases } from './scripts/sourceAliases.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** An entry per language: `locales/de` and so on. */
const localeEntries = Object.fromEntries(
  readdirSync(path('./src/locales')).map((file) => [
    `locales/${file.replace(/\.ts$/, '')}`,
    path(`./src/locales/${file}`),
  ]),
)

/** TypeScript requires a declaration for every import, including a stylesheet. */
const declareStyles: Plugin = {
  name: 'declare-styles',
  apply: 'build',
  generateBundle() {
    for (const name of ['styles', 'outcomeStyles'])
      this.emitFile({ type: 'asset', fileName: `${name}.css.d.ts`, source: 'export {}\n' })
  },
}

// Neither the build nor the other projects need the Vitest browser.
const needsBrowser =
  process.env.VITEST && (!process.argv.includes('--project') || process.argv.includes('storybook'))
const { isBundled = false, ...browser } = needsBrowser ? await findChromium() : {}

export default defineConfig({
  plugins: [react(), declareStyles],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: path('./src/index.ts'),
        api: path('./src/api.ts'),
        diff: path('./src/diff.ts'),
        ...localeEntries,
        markdown: path('./src/markdown.ts'),
        outcome: path('./src/outcome.ts'),
        prompts: path('./src/prompts.ts'),
        server: path('./src/server.ts'),
        testing: path('./src/testing.ts'),
        testingReact: path('./src/testingReact.ts'),
        styles: path('./src/styles.css'),
        outcomeStyles: path('./src/outcome.css'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      // Every bare import is external.
      external: /^[^./\0]/,
      // Unbundled, so that 'use client' stays in its files and apps can tree-shake.
      output: { preserveModules: true, preserveModulesRoot: 'src' },
    },
  },
  test: {
    // By default, one core is left idle: half of a machine with two.
    maxWorkers: '100%',
    // The thresholds are the measured floor of the unit tests. Entries only re-export, so they count nothing.
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: { statements: 99, branches: 97, functions: 98, lines: 99 },
    },
    projects: [
      {
        resolve: { alias: sourceAliases },
        test: {
          name: 'node',
          // Loading everything again for each file takes longer than the tests.
          isolate: false,
          include: [
            'test/{core,http,query,testing,components,proxy,docs,property,faults,types,reactNative}/**/*.test.ts',
          ],
          setupFiles: ['./test/support/resetModules.ts'],
          // Some check large texts, which takes longer on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          isolate: false,
          include: [
            'test/{hooks,labels,security}/**/*.test.{ts,tsx}',
            'test/{components,testing,property,faults}/**/*.test.tsx',
          ],
          setupFiles: ['./test/support/resetModules.ts', './test/support/setup.ts'],
          // Simulated hours take seconds, and longer on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dist',
          include: ['test/dist/**/*.test.ts'],
          // One test runs npm.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tabs',
          include: ['test/tabs/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['test/soak/**/*.test.{ts,tsx}'],
          setupFiles: ['./test/support/setup.ts'],
          fileParallelism: false,
          execArgv: ['--expose-gc'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'attack',
          include: ['test/attack/**/*.test.{ts,tsx}'],
          // One test measures times.
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'redis',
          include: ['test/redis/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'packed',
          include: ['test/packed/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'consumers',
          include: ['test/consumers/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'next',
          include: ['test/next/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: path('.storybook') })],
        test: {
          name: 'storybook',
          globalSetup: isBundled ? [] : ['.storybook/warnWithoutScreenshots.ts'],
          setupFiles: ['.storybook/vitest.setup.ts'],
          provide: { takesScreenshots: isBundled },
          fileParallelism: false,
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: browser,
              // Larger stories would be scaled down.
              contextOptions: { viewport: { width: 1280, height: 1600 } },
            }),
            instances: [{ browser: 'chromium' }],
            expect: {
              toMatchScreenshot: {
                // Tolerates differences in font rasterization, but not in color or position.
                comparatorOptions: { threshold: 0.1, allowedMismatchedPixelRatio: 0.001 },
                screenshotOptions: { scale: 'css' },
                resolveScreenshotPath: ({ arg, ext }) => path(`./stories/screenshots/${arg}${ext}`),
                resolveDiffPath: ({ arg, ext }) => path(`./node_modules/.cache/screenshots/${arg}${ext}`),
              },
            },
          },
        },
      },
    ],
  },
})
