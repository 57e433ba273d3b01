/** The claims about standing for election, pre-votes and leaders, with their usual options. */
import {
  answersInOwnTerm,
  asksEverybody,
  type Claim,
  leaderHearsMajority,
  learnsOfLeader,
  namesOnlyLeaders,
  noPreVoteWhileLed,
  onlyLeadersAppend,
  preVoteChangesNothing,
  standsForElection,
  standsWithSupport,
  startsAsFollower,
  votesWhenFree,
  waitsAreRandom,
  waitsInRange,
} from '#core'

/** @param withinMicros how long those about time allow */
export function electionClaims(withinMicros: number): readonly Claim[] {
  return [
    startsAsFollower,
    asksEverybody,
    waitsInRange({ microsMin: 0, microsMax: withinMicros / 2 }),
    waitsAreRandom,
    standsForElection(withinMicros),
    votesWhenFree,
    answersInOwnTerm,
    onlyLeadersAppend,
    namesOnlyLeaders,
    learnsOfLeader,
    preVoteChangesNothing,
    standsWithSupport,
    noPreVoteWhileLed(withinMicros),
    leaderHearsMajority(withinMicros),
  ]
}
