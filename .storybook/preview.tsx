import '@fontsource-variable/noto-sans-arabic/wght.css'
import './preview.css'
import '../src/styles.css'
import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Decorator, Preview } from '@storybook/react-vite'
import { NOW_MS } from '../stories/clock.js'
import { labelsByLocale } from '../stories/labelsByLocale.js'

const realNow = Date.now

/** The page around a story; and the locale of the toolbar, with its words, for every card. */
const onStage: Decorator = (Story, { args, globals, parameters, viewMode }) => {
  const { direction, locale } = globals as { direction: string; locale: string }
  const { cardWidth } = parameters as { cardWidth: number | null }
  return (
    <div className="stage" data-view={viewMode} dir={direction} lang={locale}>
      <div className="stage-scene" style={{ maxInlineSize: cardWidth ?? undefined }}>
        <Story args={{ locale, labels: labelsByLocale[locale], ...args }} />
      </div>
    </div>
  )
}

const preview: Preview = {
  tags: ['autodocs'],
  // The last one stands outermost, so that the page has the theme too.
  decorators: [
    onStage,
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
      description: 'Language of the card',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
  },
  initialGlobals: { direction: 'ltr', locale: 'en' },
  parameters: {
    // Off by default in axe, because it came with WCAG 2.2.
    a11y: { test: 'error', config: { rules: [{ id: 'target-size', enabled: true }] } },
    cardWidth: 360,
    clock: 'stopped',
    controls: { disable: true },
    docs: {
      source: { type: 'code' },
      // The words of a component's comment, without its tags.
      extractComponentDescription: (component?: { __docgenInfo?: { description?: string } }) =>
        component?.__docgenInfo?.description?.replace(/\n@[\s\S]*/, ''),
    },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Guides',
          ['Introduction', 'Compose your own UI', 'Theming', 'Security', 'Testing'],
          'A job from start to end',
          'A dashboard of jobs',
          'Job card',
          [
            'Playground',
            'Waiting',
            'Running',
            'Cancelling',
            'Connection trouble',
            'Completed',
            'Failed or cancelled',
            'Unavailable',
            'Details',
            'Content',
            'Markdown',
            'Languages',
            'Pieces of your own',
            'Layout',
          ],
          'Theme',
          'Your own UI',
        ],
      },
    },
  },
  // A stopped clock, so that a story looks the same at every visit: "Started 3m ago" is true only once.
  beforeEach({ parameters }) {
    if (parameters.clock === 'stopped') Date.now = () => NOW_MS
    return () => {
      Date.now = realNow
    }
  },
}

export default preview
