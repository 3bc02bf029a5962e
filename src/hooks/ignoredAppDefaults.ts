// Overrides the query client's defaults for options that would replace the data, such as by that of another job, or throw.
// Not typed by their keys, because TanStack Query's types do not accept `undefined` for all of them.

/** For the query of a job. */
export const IGNORED_APP_DEFAULTS: object = {
  initialData: undefined,
  placeholderData: undefined,
  select: undefined,
  throwOnError: false,
}

/** For the query of a list. */
export const IGNORED_LIST_DEFAULTS: object = {
  ...IGNORED_APP_DEFAULTS,
  maxPages: undefined,
}
