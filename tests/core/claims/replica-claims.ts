/** The claims about replicated data types, with their usual options. */
import {
  additionsStay,
  addWins,
  answersAtOnce,
  type Claim,
  countsEachOnce,
  gossipInBounds,
  isCounterUpdate,
  judgeCounter,
  keepsSiblings,
  mergeLaws,
  messagesStaySmall,
  nothingFromNowhere,
  nothingLost,
  quietWhenEqual,
  readsWhatItShows,
  removedForGood,
  removesWhatItSaw,
  replacesWhatItSaw,
  showsWhatWasWritten,
  stateStaysSmall,
} from '#core'

/** @param withinMicros how long replicas may take to agree */
export function replicaClaims(withinMicros: number): readonly Claim[] {
  return [
    mergeLaws({ lists: 'as-sets' }),
    answersAtOnce,
    readsWhatItShows,
    countsEachOnce(),
    nothingFromNowhere(),
    additionsStay(),
    removedForGood(),
    addWins(),
    removesWhatItSaw(),
    showsWhatWasWritten(),
    replacesWhatItSaw(),
    keepsSiblings(),
    gossipInBounds({ perSecondMax: 4, perRequestMax: 1 }),
    stateStaysSmall({ emptyMax: 0, perNodeMax: 2, perNodeAndElementMax: 7 }),
    messagesStaySmall(40),
    quietWhenEqual({ type: 'Delta', withinMicros }),
    nothingLost({ isUpdate: isCounterUpdate, judgements: [judgeCounter], withinMicros }),
  ]
}
