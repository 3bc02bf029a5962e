import type { JobStatusCardProps } from 'react-prompt-optimization'

const prop = (description: string, type: string) => ({
  control: false as const,
  description,
  table: { type: { summary: type } },
})

/** What the pages of the card say of its props: docgen does not see through `Omit`. */
export const cardArgTypes = {
  state: prop('What `useOptimizationJob` returned.', 'OptimizationJobState'),
  links: prop('Build links from ids. A link without a builder is left out.', 'JobLinks'),
  onCancel: prop(
    'Cancels the job, once the person has confirmed it; what it rejects with is shown. Without it, there is no such button.',
    '(job: OptimizationJob) => unknown',
  ),
  actions: prop('Actions of the app’s own, beside those of the card.', 'ReactNode'),
  components: prop(
    'In place of the card’s own: `Link` for a router’s links, `Summary` for what draws the summary of the changes.',
    'JobComponents',
  ),
  labels: prop('Words in place of the provider’s, or of the English ones.', 'Partial<JobLabels>'),
  locale: prop(
    'For numbers, durations and dates, as a BCP 47 tag. By default the provider’s, or the browser’s.',
    'string',
  ),
} satisfies Partial<Record<keyof JobStatusCardProps, unknown>>
