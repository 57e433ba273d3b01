/**
 * The front door of core: everything that rooms outside may use. Core is pure: it
 * runs unchanged in a browser worker, in Node, in the sandbox and in tests.
 */
export { AssertionError, assert, assertNever, present } from './assert.ts'
export type { Claim, Monitor, Violation } from './check/claim.ts'
export { type HistoryClaimOptions, historyClaim } from './check/history-claim.ts'
export type * from './check/history-verdict.ts'
export { type Classification, classify } from './check/levels/classify.ts'
export { LEVELS } from './check/levels/levels.ts'
export {
  checkLinearizable,
  type LinearizabilityVerdict,
} from './check/linearizability/check-linearizable.ts'
export type { Model, ModelFamily } from './check/models/model.ts'
export { findModel, MODELS } from './check/models/models.ts'
export { candidateYieldsToLeader, yieldsToNewerTerm } from './check/raft/after-receive.ts'
export { electionSafety } from './check/raft/election-safety.ts'
export { noLeaderInMinority } from './check/raft/leader-in-minority.ts'
export { type LeaderWithin, leaderStays, leaderWithin } from './check/raft/leader-liveness.ts'
export { termsGrow } from './check/raft/terms-grow.ts'
export { leaderHasMajority, noVoteForOldTerm, oneVotePerTerm } from './check/raft/votes.ts'
export { checkSequential, type SequentialVerdict } from './check/sequential/check-sequential.ts'
export { classifyIsolation } from './check/transactions/classify-isolation.ts'
export { ISOLATION_LEVELS } from './check/transactions/isolation-levels.ts'
export { describeEvent, formatSeconds } from './explain/describe-event.ts'
export {
  type HistoryStory,
  type HistoryStoryOptions,
  printHistoryStory,
  tellHistory,
} from './explain/history-story.ts'
export {
  type CallLines,
  type EventLine,
  eventLines,
  type Place,
} from './explain/learner-lines.ts'
export { headlineOf, type ToldClaim, type ToldOutcome } from './explain/outcome.ts'
export {
  type LearnerLine,
  printStory,
  type Story,
  type StoryOptions,
  type StoryStep,
  tellStory,
} from './explain/story.ts'
export { type ExploreOptions, explore, exploring } from './explore/explore.ts'
export {
  type Broken,
  type Coverage,
  describeExploration,
  type ExploreResult,
  type Stage,
  type StateClaim,
  type StateViolation,
} from './explore/result.ts'
export {
  type Cut,
  DEFAULT_EXPLORE_LIMITS,
  type ExploredOperation,
  type ExploreLimits,
  type FaultBudget,
  NO_FAULTS,
  type Scope,
} from './explore/scope.ts'
export type { LiveHost, StepHost, StepResult } from './explore/step-host.ts'
export type { Renamer, Renaming } from './explore/symmetry.ts'
export { type CrashPoint, describeTransition, type Transition } from './explore/transition.ts'
export type { InFlight, NodeState, OperationState, PendingTimer, World } from './explore/world.ts'
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
export { HISTORY_FORMATS, type HistoryFormat } from './history/formats/detect-format.ts'
export type { DialectId } from './history/formats/dialect.ts'
export { HistoryFormatError } from './history/formats/format-error.ts'
export { writeJsonLines } from './history/formats/json-lines.ts'
export type { Keying } from './history/formats/key-tuples.ts'
export {
  type ReadHistory,
  type ReadHistoryOptions,
  readHistory,
} from './history/formats/read-history.ts'
export { READ_LIMITS } from './history/formats/read-limits.ts'
export { writeJepsenEdn } from './history/formats/write-edn.ts'
export { type CommandMeaning, type HistoryReading, historyOf } from './history/from-trace.ts'
export type * from './history/operation.ts'
export { type HistoryProblem, validateHistory } from './history/validate-history.ts'
export {
  type ShrinkOptions,
  type ShrinkProgress,
  type ShrinkResult,
  shrink,
} from './shrink/shrink.ts'
export type { DeliveryChoice, Fate } from './sim/delivery.ts'
export {
  decodeReply,
  type Effect,
  encodeEffect,
  encodeThrown,
  type Reply,
  type Thrown,
} from './sim/effect.ts'
export type { CrashMoment, Fault, NemesisStep, Target, UnsyncedWrites } from './sim/nemesis.ts'
export { printDeliveries, printNemesis } from './sim/nemesis-print.ts'
export { parseNemesis } from './sim/nemesis-script.ts'
export type { HandlerCall, NodeHost, StartConfig } from './sim/node-host.ts'
export { Prng } from './sim/prng.ts'
export type { BudgetName } from './sim/recorder.ts'
export type { RunEnd, SimulatorOptions } from './sim/run.ts'
export {
  type Budgets,
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type NetworkOptions,
  nodeIds,
  type RetryPolicy,
  type Scenario,
} from './sim/scenario.ts'
export { Simulator } from './sim/simulator.ts'
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
export { isEffect, siteOf } from './trace/kinds.ts'
export { type NodeView, type SentMessage, WorldView } from './trace/world-view.ts'
export { Causality } from './travel/causality.ts'
export { ClusterState, type NodeMachine } from './travel/cluster-state.ts'
export { compareRuns, type RunComparison } from './travel/compare-runs.ts'
export { Timeline } from './travel/timeline.ts'
export { type Change, fork } from './travel/what-if.ts'
