/**
 * The service, simulated, for the tests of your app: in process, without a network, with a clock that you move.
 *
 * @packageDocumentation
 */

export { buildJob } from './simulator/buildJob.js'
export {
  type AddJobInput,
  createJobSimulator,
  type JobSimulator,
  type JobSimulatorOptions,
  type SimulatedRequest,
} from './simulator/createJobSimulator.js'
export type { Fault, FaultOrder, SimulatedCall } from './simulator/Fault.js'
export type {
  Scenario,
  ScenarioChoice,
  ScenarioEnding,
  ScenarioName,
  ScenarioStep,
} from './simulator/Scenario.js'
export { scenarioNames, scenarios } from './simulator/scenarios.js'
export type {
  WireDataSources,
  WireJob,
  WireJobPage,
  WireJobSummary,
  WireProgress,
  WireStartBody,
  WireStartedJob,
} from './simulator/wire.js'
