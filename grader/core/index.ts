/**
 * The front door of core: everything that rooms outside may use. Core is pure: it
 * runs unchanged in a browser worker, in Node, in the sandbox and in tests.
 */
export { AssertionError, assert, assertNever, present } from './assert.ts'
export { checkCausalConvergence } from './check/causal/check-causal.ts'
export type { Claim, Monitor, Violation } from './check/claim.ts'
export { appendsOnce } from './check/convergence/appends-once.ts'
export { convergesWithin } from './check/convergence/converges-within.ts'
export {
  acknowledgedIsApplied,
  appliesAtMostOnce,
  refusedIsNeverApplied,
} from './check/convergence/exactly-once.ts'
export { strongConvergence } from './check/convergence/strong-convergence.ts'
export {
  answersFitValues,
  noValueLost,
  staysOverwritten,
} from './check/convergence/superseded.ts'
export {
  clientsPass,
  cutIsComplete,
  groupsStayWhole,
  houseRulesHold,
} from './check/cuts/packet-filters.ts'
export { type HistoryClaimOptions, historyClaim } from './check/history-claim.ts'
export type * from './check/history-verdict.ts'
export { type Classification, classify } from './check/levels/classify.ts'
export { LEVELS } from './check/levels/levels.ts'
export {
  checkLinearizable,
  type LinearizabilityVerdict,
} from './check/linearizability/check-linearizable.ts'
export { percentile } from './check/meters/quantiles.ts'
export { type ReadAge, readAges } from './check/meters/staleness.ts'
export {
  measureTradeOff,
  type SideShare,
  TRADE_OFF_LEVELS,
  type TradeOff,
} from './check/meters/trade-off.ts'
export type { Model, ModelFamily } from './check/models/model.ts'
export { findModel, MODELS } from './check/models/models.ts'
export { judgesRightly } from './check/outcomes/judged-histories.ts'
export { readsAreAnswered, tellsWhatItKnows } from './check/outcomes/told-outcomes.ts'
export { acknowledgedWritesStay } from './check/quorum/acknowledged-writes-stay.ts'
export { answersInTime } from './check/quorum/answers-in-time.ts'
export { availableWithQuorum } from './check/quorum/available-with-quorum.ts'
export { storeIsAsGiven } from './check/quorum/given-store.ts'
export { hintsAreForgotten } from './check/quorum/hints-are-forgotten.ts'
export { messagesInBounds } from './check/quorum/messages-in-bounds.ts'
export { oneVersionPerWrite } from './check/quorum/one-version.ts'
export { reachesAllReplicas, readsRepair } from './check/quorum/replicas-catch-up.ts'
export { UNKNOWN_OUTCOME } from './check/quorum/requests.ts'
export { requestsSucceed } from './check/quorum/requests-succeed.ts'
export { acknowledgedEntriesStay } from './check/raft/acknowledged-entries.ts'
export { acknowledgesWhatItHolds } from './check/raft/acknowledgements.ts'
export {
  candidateYieldsToLeader,
  yieldsToNewerTerm,
  yieldsUnlessLed,
} from './check/raft/after-receive.ts'
export { wellFormedAnswers } from './check/raft/answer-forms.ts'
export { bytesInBounds } from './check/raft/bytes-sent.ts'
export { asksEverybody, startsAsFollower } from './check/raft/candidacy.ts'
export { leaderHearsMajority } from './check/raft/check-quorum.ts'
export { answeredWithin, appliedEverywhere } from './check/raft/client-liveness.ts'
export {
  commitHasMajority,
  commitHasMajorityOfMembers,
  commitsOwnTerm,
  committedEntriesAgree,
} from './check/raft/committed-entries.ts'
export { deletesOnlyConflicts } from './check/raft/deletions.ts'
export { commitIsDurable } from './check/raft/durable-commits.ts'
export { electionSafety } from './check/raft/election-safety.ts'
export { waitsAreRandom, waitsInRange } from './check/raft/election-waits.ts'
export { entriesComeFromLeaders } from './check/raft/entry-origin.ts'
export { commitComesFromLeader } from './check/raft/follower-commits.ts'
export { leaderAppendOnly } from './check/raft/leader-append-only.ts'
export { leaderCompleteness } from './check/raft/leader-completeness.ts'
export { noLeaderInMinority } from './check/raft/leader-in-minority.ts'
export {
  type LeaderWithin,
  leaderOfMembersStays,
  leaderStays,
  leaderStaysAfter,
  leaderWithin,
} from './check/raft/leader-liveness.ts'
export { learnsOfLeader, namesOnlyLeaders, onlyLeadersAppend } from './check/raft/leader-names.ts'
export {
  commitIndexGrows,
  indexesInOrder,
  lastAppliedGrows,
  wellFormedLog,
} from './check/raft/log-indexes.ts'
export { compactsInTime, refusesWhenFull } from './check/raft/log-limits.ts'
export { commandsReach, logsBecomeEqual } from './check/raft/log-liveness.ts'
export { logMatching } from './check/raft/log-matching.ts'
export { membersFollowLog } from './check/raft/members-follow-log.ts'
export {
  changeIsDone,
  changesAfterOwnCommit,
  changesOneMember,
  oneChangeAtATime,
  removedLeaderStepsDown,
} from './check/raft/membership.ts'
export {
  noPreVoteWhileLed,
  preVoteChangesNothing,
  standsWithSupport,
} from './check/raft/pre-votes.ts'
export { promisesAreDurable } from './check/raft/raft-promises.ts'
export { leasedReadsAreLocal, readsLeaveTheLogAlone } from './check/raft/reads.ts'
export { replicatedEntriesSurvive } from './check/raft/replicated-entries.ts'
export {
  entriesSentSeldom,
  findsPlaceWithin,
  resendsFew,
  trafficInBounds,
} from './check/raft/replication-cost.ts'
export { leaderTakesCommands, refusesAndNamesLeader } from './check/raft/requests.ts'
export { restartsWithItsVote } from './check/raft/restarts.ts'
export { snapshotsSentSparingly, snapshotsStaySmall } from './check/raft/snapshots-sent.ts'
export { standsForElection } from './check/raft/stands-for-election.ts'
export {
  appliesInOrder,
  appliesOnlyCommitted,
  stateMachineSafety,
} from './check/raft/state-machine-safety.ts'
export { termsGrow } from './check/raft/terms-grow.ts'
export { transferSucceeds } from './check/raft/transfer.ts'
export {
  answersInOwnTerm,
  leaderHasMajority,
  leaderHasMajorityOfMembers,
  noVoteForOldTerm,
  oneVotePerTerm,
  votesWhenFree,
} from './check/raft/votes.ts'
export { votesForUpToDateLogs } from './check/raft/votes-up-to-date.ts'
export {
  countsEachOnce,
  isCounterUpdate,
  judgeCounter,
} from './check/replicas/counter-meaning.ts'
export { gossipInBounds } from './check/replicas/gossip-in-bounds.ts'
export { answersAtOnce, readsWhatItShows } from './check/replicas/local-answers.ts'
export { mergeLaws, type TriedMerges } from './check/replicas/merge-laws.ts'
export { messagesStaySmall } from './check/replicas/message-size.ts'
export { quietWhenEqual } from './check/replicas/quiet-when-equal.ts'
export {
  isRegisterUpdate,
  keepsSiblings,
  REGISTER_JUDGEMENTS,
  replacesWhatItSaw,
  showsWhatWasWritten,
} from './check/replicas/register-meaning.ts'
export { type Judgement, nothingLost } from './check/replicas/replica-claim.ts'
export {
  additionsStay,
  addWins,
  isSetUpdate,
  nothingFromNowhere,
  removedForGood,
  removesWhatItSaw,
  SET_JUDGEMENTS,
} from './check/replicas/set-meaning.ts'
export { stateStaysSmall } from './check/replicas/state-size.ts'
export type { Command } from './check/replicas/updates-known.ts'
export { checkSequential, type SequentialVerdict } from './check/sequential/check-sequential.ts'
export { checkBoundedStaleness } from './check/sessions/bounded-staleness.ts'
export { checkReadYourWrites } from './check/sessions/check-sessions.ts'
export { fewMessages, type MessageBounds } from './check/sides/few-messages.ts'
export {
  answersOnEverySide,
  majorityAnswers,
  minorityRefuses,
  type SideBounds,
} from './check/sides/side-claims.ts'
export { classifyIsolation } from './check/transactions/classify-isolation.ts'
export { ISOLATION_LEVELS } from './check/transactions/isolation-levels.ts'
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
