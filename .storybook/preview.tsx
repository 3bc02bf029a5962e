import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-jp/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
import './preview.css'
import '../src/styles.css'
import '../src/outcome.css'
import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Decorator, Preview } from '@storybook/react-vite'
import { NOW_MS } from '../stories/clock.js'
import { labelsByLocale } from '../stories/labelsByLocale.js'
import { describeProps } from './describeProps.js'
import { loadFonts } from './loadFonts.js'

const realNow = Date.now

/** Wraps a story in a page, and passes the locale and labels of the toolbar to the component. */
const withStage: Decorator = (Story, { args, globals, parameters, viewMode }) => {
  const { direction, locale } = globals as { direction: string; locale: string }
  const { cardWidth } = parameters as { cardWidth: number | null }
  return (
    <div className="stage" data-view={viewMode} dir={direction} lang={locale}>
      <div className="stage-content" style={{ maxInlineSize: cardWidth ?? undefined }}>
        <Story args={{ locale, labels: labelsByLocale[locale], ...args }} />
      </div>
    </div>
  )
}

const preview: Preview = {
  argTypesEnhancers: [describeProps],
  loaders: [async ({ globals }) => ({ fonts: await loadFonts(String(globals.locale)) })],
  // The last decorator is the outermost, so that the theme applies to the page too.
  decorators: [
    withStage,
    withThemeByDataAttribute({ themes: { light: 'light', dark: 'dark' }, defaultTheme: 'light' }),
  ],
  globalTypes: {
    direction: {
      description: 'Text direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Locale of the card',
      toolbar: {
        title: 'Locale',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'ja', title: '日本語' },
          { value: 'pt-BR', title: 'Português (Brasil)' },
          { value: 'zh', title: '简体中文' },
        ],
      },
    },
  },
  initialGlobals: { direction: 'ltr', locale: 'en' },
  parameters: {
    // WCAG 2.2 rules are off by default in axe.
    a11y: { test: 'error', config: { rules: [{ id: 'target-size', enabled: true }] } },
    cardWidth: 360,
    clock: 'frozen',
    controls: { disable: true },
    docs: { source: { type: 'code' } },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Guides',
          ['Introduction', 'Composition', 'Theming'],
          'Live job',
          'JobStatusCard',
          [
            'Overview',
            'Playground',
            'Side by side',
            'Pending',
            'Running',
            'Canceling',
            'Connection',
            'Completed',
            'Failed and canceled',
            'Error',
            'Details',
            'Content',
            'Markdown',
            'Localization',
            'Customization',
            'Layout',
          ],
          'JobStatusBadge',
          'JobList',
          'StartJobForm',
          'PromptFields',
          'RunAgain',
          'JobOutcome',
          'PromptDiff',
          'TestResults',
          'DeployVersion',
          'Theme',
          'Composition',
        ],
      },
    },
  },
  // Frozen, so that relative times such as "3m ago" are the same in every run.
  beforeEach({ parameters }) {
    if (parameters.clock === 'frozen') Date.now = () => NOW_MS
    return () => {
      Date.now = realNow
    }
  },
}

export default preview
