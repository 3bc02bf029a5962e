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
  // react-docgen-typescript doesn't support this version of TypeScript.
  typescript: { reactDocgen: 'react-docgen' },
  // Resolves imports of the package to its source. Not in vite.config.ts, which the story tests don't load.
  viteFinal: (config) =>
    mergeConfig(config, {
      resolve: { tsconfigPaths: true },
      // Storybook's own chunks exceed Vite's default limit.
      build: { chunkSizeWarningLimit: 2_000 },
    }),
}

export default config
