import type { JobStatusCardProps } from 'react-prompt-optimization'

const prop = (description: string, type: string) => ({
  control: false as const,
  description,
  table: { type: { summary: type } },
})

/** Written by hand because react-docgen can't resolve `Omit`. */
export const cardArgTypes = {
  state: prop('The state returned by `useOptimizationJob`.', 'OptimizationJobState'),
  links: prop('Builds links from result IDs. A link without a builder is not rendered.', 'JobLinks'),
  onCancel: prop(
    'Cancels the job; called after a confirmation. A rejection is shown as an error. Without it, there is no cancel button.',
    '(job: OptimizationJob) => unknown',
  ),
  actions: prop('Custom actions, rendered after those of the card.', 'ReactNode'),
  components: prop(
    'Custom components: `Link` replaces the links, `Summary` renders the changes summary.',
    'JobComponents',
  ),
  headingLevel: prop(
    'The level of the title; the heading of the summary is one level below.',
    '1 | 2 | 3 | 4 | 5 | 6',
  ),
  render: prop(
    'Replaces the `article`: an element, or a function of the props and the state.',
    'ReactElement | (props, state) => ReactElement',
  ),
  labels: prop('Overrides the labels of the provider.', 'Partial<JobLabels>'),
  locale: prop(
    'BCP 47 tag for numbers, durations and dates. Defaults to the locale of the provider, then of the browser.',
    'string',
  ),
} satisfies Partial<Record<keyof JobStatusCardProps, unknown>>
