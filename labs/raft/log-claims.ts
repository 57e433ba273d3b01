/** What must hold of Raft servers with a log, from “Appending entries” to “Persistence”. */
import {
  acknowledgedEntriesStay,
  acknowledgesWhatItHolds,
  type Claim,
  candidateYieldsToLeader,
  commandsReach,
  commitComesFromLeader,
  commitHasMajority,
  commitIndexGrows,
  commitIsDurable,
  commitsOwnTerm,
  committedEntriesAgree,
  deletesOnlyConflicts,
  electionSafety,
  entriesComeFromLeaders,
  indexesInOrder,
  leaderAppendOnly,
  leaderCompleteness,
  leaderHasMajority,
  leaderTakesCommands,
  leaderWithin,
  learnsOfLeader,
  logMatching,
  logsBecomeEqual,
  namesOnlyLeaders,
  noVoteForOldTerm,
  oneVotePerTerm,
  onlyLeadersAppend,
  promisesAreDurable,
  refusesAndNamesLeader,
  replicatedEntriesSurvive,
  restartsWithItsVote,
  startsAsFollower,
  termsGrow,
  trafficInBounds,
  votesForUpToDateLogs,
  wellFormedLog,
  yieldsToNewerTerm,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** How long a healthy cluster may take to elect a leader after the last fault. */
const ELECTION_MICROS_MAX = 2 * SECOND
/** How long a healthy cluster may take to store or commit a command. */
export const COMMAND_MICROS_MAX = SECOND

/** What earlier steps have built. */
const ELECTIONS: readonly Claim[] = [
  startsAsFollower,
  yieldsToNewerTerm,
  candidateYieldsToLeader,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  leaderHasMajority,
  electionSafety,
  onlyLeadersAppend,
  learnsOfLeader,
  namesOnlyLeaders,
]

/** What holds of copies, whoever leads. */
const COPIES: readonly Claim[] = [
  leaderAppendOnly(),
  deletesOnlyConflicts(),
  acknowledgesWhatItHolds(),
  acknowledgedEntriesStay(),
  logMatching(),
  entriesComeFromLeaders(),
]

/** What holds of whatever is taken for committed. */
const COMMITS: readonly Claim[] = [
  commitIndexGrows(),
  indexesInOrder(),
  commitsOwnTerm(),
  commitHasMajority(),
  committedEntriesAgree(),
  commitComesFromLeader(),
  leaderCompleteness(),
]

/**
 * What must hold in every run of each step. Where several break at one event, the first here
 * is named: the nearer to the cause, the earlier.
 */
export const SAFETY: {
  readonly append: readonly Claim[]
  readonly repair: readonly Claim[]
  readonly commit: readonly Claim[]
  readonly persistence: readonly Claim[]
} = {
  append: [wellFormedLog(), ...ELECTIONS, ...COPIES, refusesAndNamesLeader],
  repair: [
    wellFormedLog(),
    votesForUpToDateLogs(),
    ...ELECTIONS,
    ...COPIES,
    replicatedEntriesSurvive(),
    refusesAndNamesLeader,
  ],
  commit: [
    wellFormedLog(),
    votesForUpToDateLogs(),
    ...ELECTIONS,
    ...COPIES,
    ...COMMITS,
    replicatedEntriesSurvive(),
    refusesAndNamesLeader,
  ],
  persistence: [
    wellFormedLog(),
    promisesAreDurable(),
    restartsWithItsVote,
    commitIsDurable(),
    votesForUpToDateLogs(),
    ...ELECTIONS,
    ...COPIES,
    ...COMMITS,
    refusesAndNamesLeader,
  ],
}

const leaderAfterHeal = leaderWithin({
  id: 'leader-after-heal',
  sentence: 'Two seconds after everything is healed, all nodes follow one leader.',
  ask: 'Which node could still stand for election, and what keeps it from doing so?',
  after: 'liveness',
  since: 'the last fault ended',
  withinMicros: ELECTION_MICROS_MAX,
  followers: 'all',
})

const commandsAreStored = commandsReach({
  id: 'commands-reach-all-logs',
  sentence: 'In a healthy cluster a command that the leader takes is in all logs within a second.',
  ask: 'Which message should have carried the entry to the node that lacks it, and which answer was missing?',
  state: 'stored',
  by: 'all',
  after: 'liveness',
  withinMicros: COMMAND_MICROS_MAX,
})

const commandsAreCommitted = commandsReach({
  id: 'commands-are-committed',
  sentence: 'In a healthy cluster all nodes take a command for committed within a second.',
  ask: 'Who should have noticed that a majority has the entry, and how do the others learn of it?',
  state: 'committed',
  by: 'all',
  after: 'liveness',
  withinMicros: COMMAND_MICROS_MAX,
})

/** Heartbeats every 25 ms at most, and a message or two for each thing that happens. */
const TRAFFIC = trafficInBounds({ perSecondMax: 40, perReasonMax: 2 })
const TAKES = leaderTakesCommands(100 * MS)
const EQUAL = logsBecomeEqual({ quietMicros: SECOND, healedMicros: 3 * SECOND })

/** What each run may cost, and the standing promises after every fault. */
export const LIVENESS: {
  readonly stored: readonly Claim[]
  readonly committed: readonly Claim[]
  /** When nobody asks for anything after the last fault. */
  readonly quiet: readonly Claim[]
} = {
  stored: [TRAFFIC, TAKES, leaderAfterHeal, commandsAreStored, EQUAL],
  quiet: [TRAFFIC, leaderAfterHeal, EQUAL],
  committed: [TRAFFIC, TAKES, leaderAfterHeal, commandsAreCommitted, EQUAL],
}
