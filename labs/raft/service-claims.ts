/** What must hold of Raft servers that serve clients, at every step from “Applying” on. */
import {
  acknowledgedEntriesStay,
  acknowledgedIsApplied,
  acknowledgesWhatItHolds,
  answeredWithin,
  appendsOnce,
  appliedEverywhere,
  appliesInOrder,
  appliesOnlyCommitted,
  type Claim,
  type CommandMeaning,
  candidateYieldsToLeader,
  checkLinearizable,
  commitComesFromLeader,
  commitHasMajority,
  commitIndexGrows,
  commitIsDurable,
  commitsOwnTerm,
  committedEntriesAgree,
  electionSafety,
  entriesComeFromLeaders,
  findModel,
  findsPlaceWithin,
  historyClaim,
  indexesInOrder,
  type Json,
  lastAppliedGrows,
  leaderAppendOnly,
  leaderCompleteness,
  leaderHasMajority,
  learnsOfLeader,
  logMatching,
  logsBecomeEqual,
  namesOnlyLeaders,
  noVoteForOldTerm,
  oneVotePerTerm,
  onlyLeadersAppend,
  present,
  promisesAreDurable,
  refusedIsNeverApplied,
  restartsWithItsVote,
  stateMachineSafety,
  termsGrow,
  trafficInBounds,
  votesForUpToDateLogs,
  wellFormedAnswers,
  wellFormedLog,
  yieldsToNewerTerm,
} from '#core'
import { SECOND } from '../shared-scenarios/units.ts'
import { leaderAfterHeal } from './election-claims.ts'

/** A read changes nothing, so nobody can say whether it was applied. */
function isRead(command: Json): boolean {
  return meaningOf(command)?.f === 'get'
}

/** What must hold in every run. Where several break at one event, the first here is named. */
export const SAFETY: readonly Claim[] = [
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
  acknowledgedEntriesStay(),
  commitsOwnTerm(),
  commitHasMajority(),
  logMatching(),
  committedEntriesAgree(),
  leaderCompleteness(),
  appliesInOrder(),
  appliesOnlyCommitted(),
  stateMachineSafety(),
  acknowledgedIsApplied({ isRead }),
  refusedIsNeverApplied(),
]

/** The same for a cluster that always has the same members. */
export const FIXED_SAFETY: readonly Claim[] = [
  ...SAFETY,
  onlyLeadersAppend,
  learnsOfLeader,
  namesOnlyLeaders,
  restartsWithItsVote,
  acknowledgesWhatItHolds(),
  entriesComeFromLeaders(),
  commitComesFromLeader(),
  commitIsDurable(),
]

/** How long a healthy cluster may take to elect a leader after the last fault. */
export const ELECTION_MICROS_MAX = 2 * SECOND
/** How long it may then take to answer, and to let every node know. */
const ANSWER_MICROS_MAX = SECOND

/** Refusals in a row that a leader may get: heartbeats to a node that waits for a snapshot too. */
const REFUSALS_MAX = 100

const SERVED = { graceMicros: ELECTION_MICROS_MAX, withinMicros: ANSWER_MICROS_MAX } as const

/** What each run may cost, and the standing promises after every fault. */
export const LIVENESS: readonly Claim[] = [
  trafficInBounds({ perSecondMax: 40, perReasonMax: 2 }),
  findsPlaceWithin(REFUSALS_MAX),
  leaderAfterHeal,
  answeredWithin(SERVED),
  appliedEverywhere(SERVED),
  logsBecomeEqual({
    quietMicros: ANSWER_MICROS_MAX,
    healedMicros: ELECTION_MICROS_MAX + ANSWER_MICROS_MAX,
  }),
]

/** What a command of the key-value store means to the model of one. */
function meaningOf(command: Json): CommandMeaning | undefined {
  const { op, key, value, expected } = command as { readonly [name: string]: Json }
  if (typeof op !== 'string' || typeof key !== 'string') return undefined
  const input = op === 'cas' ? [expected ?? null, value ?? null] : (value ?? null)
  return { f: op, key, input }
}

const KV = present(findModel('kv'), 'core has a model of key-value stores').make(null)

/** Steps of the search; the workloads need far fewer. */
const SEARCH_STEPS_MAX = 200_000

/** The clients' view: a read sees what was written, on whatever node it was asked for. */
const linearizable = historyClaim({
  claim: {
    id: 'linearizable',
    sentence: 'The clients see one copy of the data: each operation takes effect at one moment.',
    source: 'Herlihy & Wing 1990, Linearizability; Raft, section 8',
    ask: 'Which answer does not fit, and what did the node that gave it know at that moment?',
  },
  reading: { meaningOf },
  check: (history) => checkLinearizable(history, KV, { stepsMax: SEARCH_STEPS_MAX }),
})

/** What the store answers to a command, where that is something else. */
function expectedForm(command: Json, answer: Json): string | undefined {
  switch (meaningOf(command)?.f) {
    case 'get':
      return answer === null || typeof answer === 'string' ? undefined : 'the value, or null'
    case 'cas':
      return typeof answer === 'boolean' ? undefined : 'true or false'
    case undefined:
      // What operators ask for, in later steps.
      return typeof answer === 'boolean' ? undefined : 'true or false'
    default:
      return answer === null ? undefined : 'null'
  }
}

/** What clients must see of a store that carries each request out once. */
export const EXACTLY_ONCE: readonly Claim[] = [
  wellFormedAnswers(expectedForm),
  appendsOnce({ meaningOf }),
  linearizable,
]
