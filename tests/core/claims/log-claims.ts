/** The claims about copying and committing entries, with options small enough for tests. */
import {
  acknowledgesWhatItHolds,
  type Claim,
  commandsReach,
  commitComesFromLeader,
  commitIsDurable,
  deletesOnlyConflicts,
  entriesComeFromLeaders,
  entriesSentSeldom,
  findsPlaceWithin,
  leaderTakesCommands,
  logsBecomeEqual,
  refusesAndNamesLeader,
  replicatedEntriesSurvive,
  resendsFew,
  restartsWithItsVote,
  trafficInBounds,
} from '#core'

/** @param withinMicros how long those about progress allow */
export function logClaims(withinMicros: number): readonly Claim[] {
  return [
    deletesOnlyConflicts(),
    acknowledgesWhatItHolds(),
    entriesComeFromLeaders(),
    replicatedEntriesSurvive(),
    commitComesFromLeader(),
    commitIsDurable(),
    restartsWithItsVote,
    refusesAndNamesLeader,
    leaderTakesCommands(withinMicros),
    commandsReach({
      id: 'commands-reach-all-logs',
      sentence: 'In a healthy cluster a command that the leader takes is in all logs in time.',
      ask: 'Which message should have carried the entry, and which answer was missing?',
      state: 'stored',
      by: 'all',
      after: 'liveness',
      withinMicros,
    }),
    logsBecomeEqual({ quietMicros: withinMicros, healedMicros: withinMicros }),
    trafficInBounds({ perSecondMax: 2, perReasonMax: 1 }),
    entriesSentSeldom(1),
    findsPlaceWithin(1),
    resendsFew(1),
  ]
}
