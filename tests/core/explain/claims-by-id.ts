/** Every claim of core by its id, as a story in the golden files names it. */
import {
  type Claim,
  candidateYieldsToLeader,
  electionSafety,
  leaderHasMajority,
  leaderStays,
  leaderWithin,
  noLeaderInMinority,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  yieldsToNewerTerm,
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

const CLAIMS: readonly Claim[] = [
  candidateYieldsToLeader,
  electionSafety,
  leaderHasMajority,
  leaderStays,
  leaderWithin({
    id: 'leader-after-heal',
    sentence: 'A second after everything is healed, all nodes follow one leader.',
    ask: 'Which node could still stand for election, and what keeps it from doing so?',
    after: 'liveness',
    since: 'the last fault ended',
    withinMicros: 1_000_000,
    followers: 'all',
  }),
  noLeaderInMinority(100_000),
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  yieldsToNewerTerm,
  commitHasMajority(),
  commitsOwnTerm(),
  committedEntriesAgree(),
  leaderAppendOnly(),
  leaderCompleteness(),
  commitIndexGrows(),
  indexesInOrder(),
  lastAppliedGrows(),
  wellFormedLog(),
  logMatching(),
  promisesAreDurable(),
  appliesInOrder(),
  appliesOnlyCommitted(),
  stateMachineSafety(),
  votesForUpToDateLogs(),
  causalOrder(),
  fifoOrder(),
  reliableAgreement({ withinMicros: 1_000_000 }),
  uniformAgreement({ withinMicros: 1_000_000 }),
  validity({ withinMicros: 1_000_000 }),
  noCreation(),
  noDuplication(),
  totalOrder(),
  fencing(),
  tokensGrow(),
  leasesDoNotOverlap(),
  oneClientHolds(),
  oneHolder(),
  acceptsOnlyWhatItMay(),
  promisesAreKept(),
  acceptorPromisesAreDurable(),
  decidesOnlyChosen(),
  oneValueChosen(),
  oneValuePerBallot(),
  decidesOnlyProposed(),
  decisionStays(),
  decisionsAgree(),
  commitsIfAllAgree(),
  commitsOnlyUnanimous(),
  noReversal(),
  sameOutcome(),
  decidesWithin({ withinMicros: 1_000_000 }),
  convergesWithin({ withinMicros: 1_000_000 }),
  acknowledgedIsApplied(),
  appliesAtMostOnce(),
  refusedIsNeverApplied(),
  strongConvergence(),
]

/** The claim of this id. */
export function claimOf(id: string): Claim {
  const claim = CLAIMS.find((one) => one.id === id)
  if (claim === undefined) throw new Error(`no claim "${id}" is listed in claims-by-id.ts`)
  return claim
}

/** Ids of the claims that are listed here. */
export const claimIds: readonly string[] = CLAIMS.map(({ id }) => id)
