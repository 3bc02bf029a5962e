import type { CardLabels } from './CardLabels.js'
import type { ListLabels } from './ListLabels.js'
import type { OutcomeLabels } from './OutcomeLabels.js'
import type { PromptLabels } from './PromptLabels.js'

/**
 * Every string that the components show or announce, and the language they are in. Numbers are passed in formatted for the
 * locale, and durations in the words of `durationPart`; where a plural depends on a number, the number is passed too.
 */
export interface JobLabels extends CardAndListLabels, OutcomeLabels, PromptLabels, TitleLabels {}

/** The labels of the list and the form, which show cards and words of cards, too. */
export interface CardAndListLabels extends CardLabels, ListLabels {}

/** The labels of `useFinishedInTitle`. */
export interface TitleLabels {
  /** The number of jobs that completed while the document was not focused, in its title. */
  completedInTitle: (count: number, formatted: string) => string
  /** The number of jobs that failed. */
  failedInTitle: (count: number, formatted: string) => string
}
