/** The labels of `useFinishedInTitle`. */
export interface TitleLabels {
  /** The number of jobs that completed while the document was not focused, in its title. */
  completedInTitle: (count: number, formatted: string) => string
  /** The number of jobs that failed. */
  failedInTitle: (count: number, formatted: string) => string
}
