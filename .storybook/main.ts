import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'

const config: StorybookConfig = {
  framework: {
    name: '@storybook/react-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The other docgen needs an older TypeScript.
  typescript: { reactDocgen: 'react-docgen' },
  // Stories import the package by its names. Here and not in vite.config.ts, because the tests of the stories read this.
  viteFinal: (config) =>
    mergeConfig(config, {
      resolve: { tsconfigPaths: true },
      // Storybook's own chunks are larger than what Vite warns of.
      build: { chunkSizeWarningLimit: 2_000 },
    }),
}

export default config
