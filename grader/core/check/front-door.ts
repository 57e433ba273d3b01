/**
 * The part of core's front door that leads to what judges: checkers of histories, claims and
 * measures. Rooms outside take it from `grader/core/index.ts`.
 */
export { answersAlone } from './apart/answers-alone.ts'
export { cartHoldsWhatWasPut, noteIsNotOverwritten } from './apart/cart-claims.ts'
export { observedRemoves } from './apart/observed-removes.ts'
export { causalOrder } from './broadcast/delivery-order.ts'
export { reliableAgreement, validity } from './broadcast/eventual-delivery.ts'
export { noCreation, noDuplication } from './broadcast/integrity.ts'
export { checkCausalConvergence } from './causal/check-causal.ts'
export type { Claim, Monitor, Violation } from './claim.ts'
export { appendsOnce } from './convergence/appends-once.ts'
export { convergesWithin } from './convergence/converges-within.ts'
export {
  acknowledgedIsApplied,
  appliesAtMostOnce,
  refusedIsNeverApplied,
} from './convergence/exactly-once.ts'
export { strongConvergence } from './convergence/strong-convergence.ts'
export { answersFitValues, noValueLost, staysOverwritten } from './convergence/superseded.ts'
export {
  clientsPass,
  cutIsComplete,
  groupsStayWhole,
  houseRulesHold,
} from './cuts/packet-filters.ts'
export {
  neverOversold,
  sellsItsPart,
  sellsTheLast,
  sellsWhileItCan,
  sharesAddUp,
} from './escrow/escrow-claims.ts'
export { type HistoryClaimOptions, historyClaim } from './history-claim.ts'
export type * from './history-verdict.ts'
export { type Classification, classify } from './levels/classify.ts'
export { LEVELS } from './levels/levels.ts'
export {
  checkLinearizable,
  type LinearizabilityVerdict,
} from './linearizability/check-linearizable.ts'
export { forgetsWhatIsGone } from './lists/forgets-what-is-gone.ts'
export { oneListOrder } from './lists/one-list-order.ts'
export { operationsStaySmall } from './lists/operation-size.ts'
export { runsStayTogether } from './lists/runs-stay-together.ts'
export { editTakesEffect, showsWhatWasTyped } from './lists/text-claims.ts'
export { percentile } from './meters/quantiles.ts'
export { type ReadAge, readAges } from './meters/staleness.ts'
export {
  measureTradeOff,
  type SideShare,
  TRADE_OFF_LEVELS,
  type TradeOff,
} from './meters/trade-off.ts'
export type { Model, ModelFamily } from './models/model.ts'
export { findModel, MODELS } from './models/models.ts'
export { judgesRightly } from './outcomes/judged-histories.ts'
export { readsAreAnswered, tellsWhatItKnows } from './outcomes/told-outcomes.ts'
export { acknowledgedWritesStay } from './quorum/acknowledged-writes-stay.ts'
export { answersInTime } from './quorum/answers-in-time.ts'
export { availableWithQuorum } from './quorum/available-with-quorum.ts'
export { storeIsAsGiven } from './quorum/given-store.ts'
export { hintsAreForgotten } from './quorum/hints-are-forgotten.ts'
export { messagesInBounds } from './quorum/messages-in-bounds.ts'
export { oneVersionPerWrite } from './quorum/one-version.ts'
export { reachesAllReplicas, readsRepair } from './quorum/replicas-catch-up.ts'
export { UNKNOWN_OUTCOME } from './quorum/requests.ts'
export { requestsSucceed } from './quorum/requests-succeed.ts'
export { acknowledgedEntriesStay } from './raft/acknowledged-entries.ts'
export { acknowledgesWhatItHolds } from './raft/acknowledgements.ts'
export {
  candidateYieldsToLeader,
  yieldsToNewerTerm,
  yieldsUnlessLed,
} from './raft/after-receive.ts'
export { wellFormedAnswers } from './raft/answer-forms.ts'
export { bytesInBounds } from './raft/bytes-sent.ts'
export { asksEverybody, startsAsFollower } from './raft/candidacy.ts'
export { leaderHearsMajority } from './raft/check-quorum.ts'
export { answeredWithin, appliedEverywhere } from './raft/client-liveness.ts'
export {
  commitHasMajority,
  commitHasMajorityOfMembers,
  commitsOwnTerm,
  committedEntriesAgree,
} from './raft/committed-entries.ts'
export { deletesOnlyConflicts } from './raft/deletions.ts'
export { commitIsDurable } from './raft/durable-commits.ts'
export { electionSafety } from './raft/election-safety.ts'
export { waitsAreRandom, waitsInRange } from './raft/election-waits.ts'
export { entriesComeFromLeaders } from './raft/entry-origin.ts'
export { commitComesFromLeader } from './raft/follower-commits.ts'
export { leaderAppendOnly } from './raft/leader-append-only.ts'
export { leaderCompleteness } from './raft/leader-completeness.ts'
export { noLeaderInMinority } from './raft/leader-in-minority.ts'
export {
  type LeaderWithin,
  leaderOfMembersStays,
  leaderStays,
  leaderStaysAfter,
  leaderWithin,
} from './raft/leader-liveness.ts'
export { learnsOfLeader, namesOnlyLeaders, onlyLeadersAppend } from './raft/leader-names.ts'
export {
  commitIndexGrows,
  indexesInOrder,
  lastAppliedGrows,
  wellFormedLog,
} from './raft/log-indexes.ts'
export { compactsInTime, refusesWhenFull } from './raft/log-limits.ts'
export { commandsReach, logsBecomeEqual } from './raft/log-liveness.ts'
export { logMatching } from './raft/log-matching.ts'
export { membersFollowLog } from './raft/members-follow-log.ts'
export {
  changeIsDone,
  changesAfterOwnCommit,
  changesOneMember,
  oneChangeAtATime,
  removedLeaderStepsDown,
} from './raft/membership.ts'
export { noPreVoteWhileLed, preVoteChangesNothing, standsWithSupport } from './raft/pre-votes.ts'
export { promisesAreDurable } from './raft/raft-promises.ts'
export { leasedReadsAreLocal, readsLeaveTheLogAlone } from './raft/reads.ts'
export { replicatedEntriesSurvive } from './raft/replicated-entries.ts'
export {
  entriesSentSeldom,
  findsPlaceWithin,
  resendsFew,
  trafficInBounds,
} from './raft/replication-cost.ts'
export { leaderTakesCommands, refusesAndNamesLeader } from './raft/requests.ts'
export { restartsWithItsVote } from './raft/restarts.ts'
export { snapshotsSentSparingly, snapshotsStaySmall } from './raft/snapshots-sent.ts'
export { standsForElection } from './raft/stands-for-election.ts'
export {
  appliesInOrder,
  appliesOnlyCommitted,
  stateMachineSafety,
} from './raft/state-machine-safety.ts'
export { termsGrow } from './raft/terms-grow.ts'
export { transferSucceeds } from './raft/transfer.ts'
export {
  answersInOwnTerm,
  leaderHasMajority,
  leaderHasMajorityOfMembers,
  noVoteForOldTerm,
  oneVotePerTerm,
  votesWhenFree,
} from './raft/votes.ts'
export { votesForUpToDateLogs } from './raft/votes-up-to-date.ts'
export { countsEachOnce, isCounterUpdate, judgeCounter } from './replicas/counter-meaning.ts'
export { gossipInBounds } from './replicas/gossip-in-bounds.ts'
export { answersAtOnce, readsWhatItShows } from './replicas/local-answers.ts'
export { mergeLaws, type TriedMerges } from './replicas/merge-laws.ts'
export { messagesStaySmall } from './replicas/message-size.ts'
export { quietWhenEqual } from './replicas/quiet-when-equal.ts'
export {
  isRegisterUpdate,
  keepsSiblings,
  REGISTER_JUDGEMENTS,
  replacesWhatItSaw,
  showsWhatWasWritten,
} from './replicas/register-meaning.ts'
export { type Judgement, nothingLost } from './replicas/replica-claim.ts'
export {
  additionsStay,
  addWins,
  isSetUpdate,
  nothingFromNowhere,
  removedForGood,
  removesWhatItSaw,
  SET_JUDGEMENTS,
} from './replicas/set-meaning.ts'
export { stateStaysSmall } from './replicas/state-size.ts'
export type { Command } from './replicas/updates-known.ts'
export { checkSequential, type SequentialVerdict } from './sequential/check-sequential.ts'
export { checkBoundedStaleness } from './sessions/bounded-staleness.ts'
export { checkReadYourWrites } from './sessions/check-sessions.ts'
export {
  answersOnEverySide,
  majorityAnswers,
  minorityRefuses,
  type SideBounds,
} from './sides/side-claims.ts'
export { classifyIsolation } from './transactions/classify-isolation.ts'
export { ISOLATION_LEVELS } from './transactions/isolation-levels.ts'
