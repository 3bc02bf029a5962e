/**
 * A schema by [Standard Schema](https://standardschema.dev), which many libraries accept, such as tRPC, Hono and TanStack
 * Form. Copied from the specification, so that the declarations name no schema library.
 *
 * @example
 * const response = await fetch('/saved-job.json')
 * const result = await optimizationJobSchema['~standard'].validate(await response.json())
 * if (!result.issues) console.log(result.value.phase)
 */
export type StandardSchemaV1<Input, Output> = {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a {@link StandardSchemaV1} returns: the parsed value, or issues. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

/** Why a value does not match a {@link StandardSchemaV1}, and where. */
export interface StandardIssue {
  /** What is wrong. */
  readonly message: string
  /** The keys of the value, from the outermost. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}
