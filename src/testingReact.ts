/**
 * What stands around a component in a test of your app. It needs React.
 *
 * @packageDocumentation
 */

export { buildJobState, type JobStateOverrides } from './testing/buildJobState.js'
export { createTestApp, type TestApp, type TestAppOptions } from './testing/createTestApp.js'
