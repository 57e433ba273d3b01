/** The claims about cuts, their sides, and what clients are told, with small bounds: for traces by hand. */
import {
  answersFitValues,
  answersOnEverySide,
  type Claim,
  clientsPass,
  cutIsComplete,
  groupsStayWhole,
  houseRulesHold,
  judgesRightly,
  majorityAnswers,
  minorityRefuses,
  noValueLost,
  readsAreAnswered,
  staysOverwritten,
  tellsWhatItKnows,
} from '#core'

/** @param withinMicros how long those about liveness allow */
export function cutClaims(withinMicros: number): readonly Claim[] {
  const bounds = { graceMicros: withinMicros / 2, withinMicros }
  return [
    cutIsComplete,
    groupsStayWhole(withinMicros),
    clientsPass,
    houseRulesHold,
    majorityAnswers(bounds),
    minorityRefuses(bounds),
    answersOnEverySide(withinMicros),
    noValueLost,
    staysOverwritten,
    answersFitValues,
    tellsWhatItKnows(withinMicros),
    readsAreAnswered(withinMicros),
    judgesRightly,
  ]
}
