/**
 * Providers and state builders for component tests. They need React.
 *
 * @packageDocumentation
 */

export { buildJobState, type JobStateOverrides } from './testing/buildJobState.js'
export { createTestApp, type TestApp, type TestAppOptions } from './testing/createTestApp.js'
