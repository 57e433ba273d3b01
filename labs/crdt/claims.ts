/** What must hold of every replicated data type of this lab, whatever it means. */
import {
  answersAtOnce,
  type Claim,
  type Command,
  convergesWithin,
  gossipInBounds,
  type Judgement,
  mergeLaws,
  nothingLost,
  readsWhatItShows,
  strongConvergence,
} from '#core'
import { AGREEMENT_MICROS_MAX } from '../shared-scenarios/replicas.ts'

interface TypeClaims {
  readonly isUpdate: (command: Command) => boolean
  /** What the type means at any moment, as claims. Where several break, the first is named. */
  readonly meaning: readonly Claim[]
  /** The same as judgements, for the end. */
  readonly judgements: readonly Judgement[]
  /** False where replicas do not send whole states, so that nobody can say who has what. */
  readonly sendsWholeStates?: boolean
}

/** The laws alone, so that nothing else breaks before a state is found that breaks them. */
export const LAWS: readonly Claim[] = [mergeLaws({ lists: 'as-sets' })]

/** The claims of a data type, the most telling first. */
export function claimsOfType(type: TypeClaims): readonly Claim[] {
  const { isUpdate, meaning, judgements, sendsWholeStates = true } = type
  return [
    ...LAWS,
    answersAtOnce,
    readsWhatItShows,
    ...meaning,
    ...(sendsWholeStates
      ? [strongConvergence({ state: 'shown', seen: { kind: 'heard', isUpdate } })]
      : []),
    gossipInBounds({ perSecondMax: 40, perRequestMax: 4 }),
    convergesWithin({ state: 'shown', withinMicros: AGREEMENT_MICROS_MAX }),
    nothingLost({ isUpdate, judgements, withinMicros: AGREEMENT_MICROS_MAX }),
  ]
}
