/**
 * The front door of core: everything that rooms outside may use. Core is pure: it
 * runs unchanged in a browser worker, in Node, in the sandbox and in tests.
 */
export { AssertionError, assert, assertNever, present } from './assert.ts'
export * from './check/front-door.ts'
export { describeEvent, formatSeconds } from './explain/describe-event.ts'
export {
  type HistoryStory,
  type HistoryStoryOptions,
  printHistoryStory,
  tellHistory,
} from './explain/history-story.ts'
export { decodeKeptRun, encodeKeptRun, type KeptRun } from './explain/kept-run.ts'
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
  JudgedRun,
  type RunScenarioOptions,
  type RunSeedOptions,
  runScenario,
  runSeed,
  type SeedRun,
} from './grade/run-seed.ts'
export {
  type CheckResult,
  type GradedCheck,
  type GradedShrink,
  type GradeOutcome,
  type RunSize,
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
export { isSameFailure } from './shrink/same-failure.ts'
export { ShrinkSearch, type ShrinkSize, type ShrinkTry, type Tried } from './shrink/search.ts'
export {
  type ShrinkOptions,
  type ShrinkProgress,
  type ShrinkResult,
  shrink,
} from './shrink/shrink.ts'
export type { ChosenFate, DeliveryChoice, Fate } from './sim/delivery.ts'
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
  type LinkWeather,
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
export { whyUnsound } from './trace/sound-trace.ts'
export { type NodeView, type SentMessage, WorldView } from './trace/world-view.ts'
export { ByHand, type ByHandOptions, type Played, playByHand } from './travel/by-hand/by-hand.ts'
export type { Choice } from './travel/by-hand/choice.ts'
export type { HandStep } from './travel/by-hand/hand-step.ts'
export { Causality } from './travel/causality.ts'
export { ClusterState, type NodeMachine } from './travel/cluster-state.ts'
export { compareRuns, type RunComparison } from './travel/compare-runs.ts'
export { type ComparedRuns, counterpart } from './travel/counterpart.ts'
export { printHandSteps, printRunScript } from './travel/run-script/print-run-script.ts'
export {
  applyRunScript,
  handSteps,
  type ReadScript,
  readRunScript,
  SCRIPT_LENGTH_MAX,
  type ScriptLine,
  type ScriptPlaces,
  type ScriptProblem,
} from './travel/run-script/run-script.ts'
export { type Sending, sendingOf } from './travel/sent-at.ts'
export { Timeline } from './travel/timeline.ts'
export { type Change, fork } from './travel/what-if.ts'
