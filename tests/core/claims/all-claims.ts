/** Every claim with its usual options: for laws that all of them keep. */
import {
  bytesInBounds,
  type Claim,
  candidateYieldsToLeader,
  changeIsDone,
  changesAfterOwnCommit,
  changesOneMember,
  commitHasMajorityOfMembers,
  electionSafety,
  leaderHasMajority,
  leaderHasMajorityOfMembers,
  leaderOfMembersStays,
  leaderStays,
  leaderWithin,
  leasedReadsAreLocal,
  membersFollowLog,
  noLeaderInMinority,
  noVoteForOldTerm,
  oneChangeAtATime,
  oneVotePerTerm,
  readsLeaveTheLogAlone,
  removedLeaderStepsDown,
  termsGrow,
  transferSucceeds,
  yieldsToNewerTerm,
  yieldsUnlessLed,
} from '#core'
import {
  acceptorPromisesAreDurable,
  acceptsOnlyWhatItMay,
  promisesAreKept,
} from '../../../grader/core/check/agreement/acceptors.ts'
import {
  commitsIfAllAgree,
  commitsOnlyUnanimous,
  noReversal,
  sameOutcome,
} from '../../../grader/core/check/agreement/atomic-commit.ts'
import { decidesWithin } from '../../../grader/core/check/agreement/atomic-commit-liveness.ts'
import {
  decidesOnlyChosen,
  oneValueChosen,
  oneValuePerBallot,
} from '../../../grader/core/check/agreement/chosen-values.ts'
import {
  decidesOnlyProposed,
  decisionStays,
  decisionsAgree,
} from '../../../grader/core/check/agreement/decisions.ts'
import { causalOrder, fifoOrder } from '../../../grader/core/check/broadcast/delivery-order.ts'
import {
  reliableAgreement,
  uniformAgreement,
  validity,
} from '../../../grader/core/check/broadcast/eventual-delivery.ts'
import { noCreation, noDuplication } from '../../../grader/core/check/broadcast/integrity.ts'
import { totalOrder } from '../../../grader/core/check/broadcast/total-order.ts'
import { convergesWithin } from '../../../grader/core/check/convergence/converges-within.ts'
import {
  acknowledgedIsApplied,
  appliesAtMostOnce,
  refusedIsNeverApplied,
} from '../../../grader/core/check/convergence/exactly-once.ts'
import { strongConvergence } from '../../../grader/core/check/convergence/strong-convergence.ts'
import { fencing, tokensGrow } from '../../../grader/core/check/locks/fencing.ts'
import { leasesDoNotOverlap } from '../../../grader/core/check/locks/leases.ts'
import { oneClientHolds, oneHolder } from '../../../grader/core/check/locks/mutual-exclusion.ts'
import {
  commitHasMajority,
  commitsOwnTerm,
  committedEntriesAgree,
} from '../../../grader/core/check/raft/committed-entries.ts'
import { leaderAppendOnly } from '../../../grader/core/check/raft/leader-append-only.ts'
import { leaderCompleteness } from '../../../grader/core/check/raft/leader-completeness.ts'
import {
  commitIndexGrows,
  indexesInOrder,
  lastAppliedGrows,
  wellFormedLog,
} from '../../../grader/core/check/raft/log-indexes.ts'
import { logMatching } from '../../../grader/core/check/raft/log-matching.ts'
import { promisesAreDurable } from '../../../grader/core/check/raft/raft-promises.ts'
import {
  appliesInOrder,
  appliesOnlyCommitted,
  stateMachineSafety,
} from '../../../grader/core/check/raft/state-machine-safety.ts'
import { votesForUpToDateLogs } from '../../../grader/core/check/raft/votes-up-to-date.ts'
import { apartClaims } from './apart-claims.ts'
import { cutClaims } from './cut-claims.ts'
import { electionClaims } from './election-claims.ts'
import { logClaims } from './log-claims.ts'
import { quorumClaims } from './quorum-claims.ts'
import { replicaClaims } from './replica-claims.ts'
import { serviceClaims } from './service-claims.ts'

/** Raft's safety, elections and logs; the most telling claims first. */
export const RAFT_CLAIMS: readonly Claim[] = [
  wellFormedLog(),
  yieldsToNewerTerm,
  candidateYieldsToLeader,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  promisesAreDurable(),
  votesForUpToDateLogs(),
  leaderHasMajority,
  electionSafety,
  commitIndexGrows(),
  lastAppliedGrows(),
  indexesInOrder(),
  leaderAppendOnly(),
  commitsOwnTerm(),
  commitHasMajority(),
  logMatching(),
  committedEntriesAgree(),
  leaderCompleteness(),
  appliesInOrder(),
  appliesOnlyCommitted(),
  stateMachineSafety(),
]

/** Those of clusters whose members change. */
const MEMBER_CLAIMS: readonly Claim[] = [
  oneChangeAtATime,
  changesOneMember,
  changesAfterOwnCommit,
  changeIsDone,
  removedLeaderStepsDown,
  membersFollowLog,
  leaderHasMajorityOfMembers,
  commitHasMajorityOfMembers(),
  leaderOfMembersStays,
  readsLeaveTheLogAlone,
  yieldsUnlessLed,
]

/** @param withinMicros how long those about liveness allow */
export function allClaims(withinMicros: number): readonly Claim[] {
  return [
    ...RAFT_CLAIMS,
    ...MEMBER_CLAIMS,
    transferSucceeds(withinMicros / 4),
    leasedReadsAreLocal(withinMicros / 4),
    bytesInBounds({ graceMicros: 0, perSecondMax: 200, perRequestMax: 60 }),
    noLeaderInMinority,
    leaderStays,
    leaderWithin({
      id: 'leader-within',
      sentence: 'There is a leader.',
      ask: 'Who stands for election?',
      after: 'liveness',
      since: 'the last fault ended',
      withinMicros,
      followers: 'all',
    }),
    ...electionClaims(withinMicros),
    ...logClaims(withinMicros),
    ...serviceClaims(withinMicros),
    ...replicaClaims(withinMicros),
    ...quorumClaims(withinMicros),
    noDuplication(),
    noCreation(),
    fifoOrder(),
    causalOrder(),
    totalOrder(),
    validity({ withinMicros }),
    reliableAgreement({ withinMicros }),
    uniformAgreement({ withinMicros }),
    oneHolder(),
    oneClientHolds(),
    leasesDoNotOverlap(),
    tokensGrow(),
    fencing(),
    promisesAreKept(),
    acceptsOnlyWhatItMay(),
    acceptorPromisesAreDurable(),
    oneValuePerBallot(),
    oneValueChosen(),
    decidesOnlyChosen(),
    decisionsAgree(),
    decidesOnlyProposed(),
    decisionStays(),
    sameOutcome(),
    noReversal(),
    commitsOnlyUnanimous(),
    commitsIfAllAgree(),
    decidesWithin({ withinMicros }),
    strongConvergence(),
    convergesWithin({ withinMicros }),
    appliesAtMostOnce(),
    acknowledgedIsApplied(),
    refusedIsNeverApplied(),
    ...cutClaims(withinMicros),
    ...apartClaims(withinMicros),
  ]
}

export const ALL_CLAIMS = allClaims(100_000)
