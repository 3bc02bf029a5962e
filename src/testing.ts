/**
 * A simulator of the service for tests: in memory, without a network, with a clock that you control.
 *
 * @packageDocumentation
 */

export { buildJob } from './testing/simulator/buildJob.js'
export { catalog } from './testing/simulator/catalog.js'
export {
  type AddJobInput,
  createJobSimulator,
  type JobSimulator,
  type JobSimulatorOptions,
  type SimulatedRequest,
} from './testing/simulator/createJobSimulator.js'
export type { Fault, FaultMatcher, SimulatedOperation } from './testing/simulator/Fault.js'
export type { SimulatedDeployment } from './testing/simulator/handleRequest.js'
export type {
  Scenario,
  ScenarioChoice,
  ScenarioEnding,
  ScenarioName,
  ScenarioResults,
  ScenarioStep,
} from './testing/simulator/Scenario.js'
export { scenarios } from './testing/simulator/scenarios.js'
export type {
  WireDataSources,
  WireDataset,
  WireEnvironment,
  WireJob,
  WireJobSummary,
  WireProgress,
  WirePromptMessage,
  WireStartBody,
} from './testing/simulator/wire.js'
