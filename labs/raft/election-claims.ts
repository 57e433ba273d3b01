/**
 * What the steps about elections ask for: what must hold in every run, the most telling first
 * (where several break at one event, the first is named), and what must come about in time.
 */
import {
  answersInOwnTerm,
  asksEverybody,
  type Claim,
  candidateYieldsToLeader,
  electionSafety,
  leaderHasMajority,
  leaderHearsMajority,
  leaderStaysAfter,
  leaderWithin,
  learnsOfLeader,
  namesOnlyLeaders,
  noPreVoteWhileLed,
  noVoteForOldTerm,
  oneVotePerTerm,
  onlyLeadersAppend,
  preVoteChangesNothing,
  promisesAreDurable,
  standsForElection,
  standsWithSupport,
  startsAsFollower,
  termsGrow,
  votesWhenFree,
  waitsInRange,
  yieldsToNewerTerm,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** Several times the longest wait, on a slow clock as well. */
const stands = standsForElection(SECOND)

/** Step 1: timers and terms. 150 to 300 ms are asked for; clocks may run a tenth too fast or slow. */
export const TIMER_CLAIMS: readonly Claim[] = [
  waitsInRange({ microsMin: 100 * MS, microsMax: 400 * MS }),
  yieldsToNewerTerm,
  startsAsFollower,
  termsGrow,
  asksEverybody,
  stands,
]

const durable = promisesAreDurable()

/** What every voter and candidate keeps to. */
const VOTES: readonly Claim[] = [
  yieldsToNewerTerm,
  noVoteForOldTerm,
  oneVotePerTerm,
  termsGrow,
  answersInOwnTerm,
  startsAsFollower,
  leaderHasMajority,
]

/**
 * Step 2: voting. Checks that crash nodes leave `promisesAreDurable` out, here and below, so
 * that they show what comes of a promise that was not kept.
 */
export const VOTE_RULES: readonly Claim[] = [...VOTES, electionSafety, asksEverybody, stands]

export const VOTE_CLAIMS: readonly Claim[] = [...VOTE_RULES, durable, votesWhenFree]

/** Step 3: what a leader and its heartbeats add. */
export const ELECTION_RULES: readonly Claim[] = [
  candidateYieldsToLeader,
  ...VOTES,
  onlyLeadersAppend,
  electionSafety,
  learnsOfLeader,
  namesOnlyLeaders,
  asksEverybody,
  stands,
]

export const ELECTION_CLAIMS: readonly Claim[] = [...ELECTION_RULES, durable, votesWhenFree]

/** Step 4: pre-vote and check-quorum. Voters may now hold back while they are led. */
export const PRE_VOTE_RULES: readonly Claim[] = [
  preVoteChangesNothing,
  noPreVoteWhileLed(100 * MS),
  standsWithSupport,
  ...ELECTION_RULES,
  leaderHearsMajority(SECOND),
]

export const PRE_VOTE_CLAIMS: readonly Claim[] = [...PRE_VOTE_RULES, durable]

/** Step 2 has no heartbeats yet: whoever is elected is followed for a moment. */
export const electsLeader = leaderWithin({
  id: 'elects-leader',
  sentence: 'A healthy cluster elects a leader within two seconds.',
  ask: 'Whose votes does a candidate wait for, and what keeps those nodes from voting for it?',
  after: 'liveness',
  since: 'nothing was wrong any more',
  withinMicros: 2 * SECOND,
  followers: 'majority',
  by: 'vote',
})

/** For checks in which a minority is down from the start. */
export const electsWithoutMinority = leaderWithin({
  id: 'elects-without-minority',
  sentence: 'A majority of the nodes suffices to elect a leader, within two seconds.',
  ask: 'How many votes does a candidate need, and does it count all that it has?',
  after: 0,
  since: 'the cluster started',
  withinMicros: 2 * SECOND,
  followers: 'majority',
  by: 'vote',
})

export const leaderAtStart = leaderWithin({
  id: 'leader-at-start',
  sentence: 'A healthy cluster elects a leader within two seconds.',
  ask: 'What happens when every node stands for election at the same moment?',
  after: 'liveness',
  since: 'the cluster started',
  withinMicros: 2 * SECOND,
  followers: 'all',
})

/** The standing promise after every fault; checks with faults end with it. */
export const leaderAfterHeal = leaderWithin({
  id: 'leader-after-heal',
  sentence: 'Two seconds after everything is healed, all nodes follow one leader.',
  ask: 'Which node could still stand for election, and what keeps it from doing so?',
  after: 'liveness',
  since: 'the last fault ended',
  withinMicros: 2 * SECOND,
  followers: 'all',
})

/** When the faults of a check about a lost leader fall. */
export const CUT_OFF_AT = 1_500 * MS

export const majorityElects = leaderWithin({
  id: 'majority-elects',
  sentence: 'When the leader is cut off, the rest elects a new one within two seconds.',
  ask: 'How does a follower notice that its leader is gone?',
  after: CUT_OFF_AT,
  since: 'the leader was cut off',
  withinMicros: 2 * SECOND,
  followers: 'majority',
})

/** It has a second to find out that nobody answers it; then the others have their two. */
export const replacesDeafLeader = leaderWithin({
  id: 'replaces-deaf-leader',
  sentence: 'When the leader can hear nobody, another one is elected within three seconds.',
  ask: 'What do the followers of a deaf leader notice, and what does the leader?',
  after: CUT_OFF_AT,
  since: 'the leader went deaf',
  withinMicros: 3 * SECOND,
  followers: 'majority',
})

/** While only nodes come and go that the leader does not need. */
export const leaderOutlasts = leaderStaysAfter({
  id: 'leader-outlasts',
  sentence: 'A leader that a majority follows stays leader, whoever else comes and goes.',
  ask: 'Who helped to depose this leader, and what had it heard from the leader just before?',
  after: CUT_OFF_AT - 100 * MS,
  though: 'a majority could hear it all the time',
  followers: 'majority',
})
