/**
 * Overrides the query client's defaults for options that would replace the data, such as by that of another job, or throw.
 * Not typed by its keys, because TanStack Query's types accept `select` only as a function.
 */
export const IGNORED_APP_DEFAULTS: object = {
  placeholderData: undefined,
  select: undefined,
  throwOnError: false,
}
