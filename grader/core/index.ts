/**
 * The front door of core: everything that rooms outside may use. Core is pure: it
 * runs unchanged in a browser worker, in Node, in the sandbox and in tests.
 */
export { AssertionError, assert, assertNever, present } from './assert.ts'
export type { Claim, Monitor, Violation } from './check/claim.ts'
export { candidateYieldsToLeader, yieldsToNewerTerm } from './check/raft/after-receive.ts'
export { electionSafety } from './check/raft/election-safety.ts'
export { noLeaderInMinority } from './check/raft/leader-in-minority.ts'
export { type LeaderWithin, leaderStays, leaderWithin } from './check/raft/leader-liveness.ts'
export { termsGrow } from './check/raft/terms-grow.ts'
export { leaderHasMajority, noVoteForOldTerm, oneVotePerTerm } from './check/raft/votes.ts'
export { describeEvent, formatSeconds } from './explain/describe-event.ts'
export { type Check, type CheckSummary, type ClaimSummary, summarizeCheck } from './grade/check.ts'
export { CheckTally, type RunCheckOptions, runCheck, visibleSeeds } from './grade/run-check.ts'
export {
  headerOf,
  type RunScenarioOptions,
  type RunSeedOptions,
  runScenario,
  runSeed,
  type SeedRun,
} from './grade/run-seed.ts'
export {
  type CheckResult,
  type GradedCheck,
  type GradeOutcome,
  type SeedOutcome,
  type SeedResult,
  type Verdict,
  verdictOf,
} from './grade/verdict.ts'
export {
  type ShrinkOptions,
  type ShrinkProgress,
  type ShrinkResult,
  shrink,
} from './shrink/shrink.ts'
export type { DeliveryChoice } from './sim/delivery.ts'
export {
  decodeReply,
  type Effect,
  encodeEffect,
  encodeThrown,
  type Reply,
  type Thrown,
} from './sim/effect.ts'
export type { CrashMoment, Fault, NemesisStep, Target, UnsyncedWrites } from './sim/nemesis.ts'
export { printNemesis } from './sim/nemesis-print.ts'
export { parseNemesis } from './sim/nemesis-script.ts'
export type { HandlerCall, NodeHost, StartConfig } from './sim/node-host.ts'
export { Prng } from './sim/prng.ts'
export type { BudgetName } from './sim/recorder.ts'
export {
  type Budgets,
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type NetworkOptions,
  nodeIds,
  type Scenario,
} from './sim/scenario.ts'
export { type RunEnd, Simulator, type SimulatorOptions } from './sim/simulator.ts'
export { type FaultKind, type SwarmOptions, swarmNemesis } from './sim/swarm.ts'
export { NemesisSyntaxError } from './sim/syntax.ts'
export {
  decodeTrace,
  encodeEvent,
  encodeHeader,
  encodeTrace,
  TraceFormatError,
} from './trace/codec.ts'
export { decodeCompact, encodeCompact } from './trace/compact.ts'
export { firstDifference } from './trace/compare.ts'
export type * from './trace/event.ts'
export { TextHash } from './trace/hash.ts'
export { type NodeView, type SentMessage, WorldView } from './trace/world-view.ts'
export { Causality } from './travel/causality.ts'
export { ClusterState, type NodeMachine } from './travel/cluster-state.ts'
export { compareRuns, type RunComparison } from './travel/compare-runs.ts'
export { Timeline } from './travel/timeline.ts'
export { type Change, fork } from './travel/what-if.ts'
