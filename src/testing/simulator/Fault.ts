/** An operation of the service. */
export type SimulatedOperation =
  | 'getJob'
  | 'listJobs'
  | 'startJob'
  | 'cancelJob'
  | 'listPromptTemplates'
  | 'getPromptTemplate'
  | 'listPromptVersions'
  | 'getPromptVersion'
  | 'deployPromptVersion'
  | 'listEnvironments'
  | 'listDatasets'
  | 'getDataset'
  | 'getTestRun'
  | 'listTestRuns'

/** A fault to inject into a request. */
export type Fault =
  /** An error status. */
  | { status: number; message?: string | undefined; retryAfter?: string | number | undefined }
  /** An invalid body, such as `<html>` or `{"job_id": 7}`. */
  | { body: string; contentType?: string | undefined }
  /** The regular response, delayed by a timer. */
  | { delayMs: number }
  /** A lost connection: rejects as `fetch` does. */
  | 'reset'
  /** No response until the request is aborted. */
  | 'hang'

/** Selects the requests that a fault affects. */
export interface FaultMatcher {
  /** Only this operation. @default any operation */
  operation?: SimulatedOperation | undefined
  /** The number of requests. @default 1 */
  times?: number | undefined
}
