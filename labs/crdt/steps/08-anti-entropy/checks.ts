/** What the checks of this step share. */
import {
  additionsStay,
  isSetUpdate,
  messagesStaySmall,
  nothingFromNowhere,
  quietWhenEqual,
  SET_JUDGEMENTS,
} from '#core'
import { AGREEMENT_MICROS_MAX } from '../../../shared-scenarios/replicas.ts'
import { claimsOfType } from '../../claims.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

const LENGTH_MAX = 600

const TOPICS = ['tea and rain', 'a lost umbrella', 'the last tram', 'new shoes']

export const feed: TypeUnderTest = {
  step: '08-anti-entropy',
  claims: claimsOfType({
    isUpdate: isSetUpdate,
    meaning: [
      nothingFromNowhere(),
      additionsStay(),
      messagesStaySmall(LENGTH_MAX),
      quietWhenEqual({ type: 'Delta', withinMicros: AGREEMENT_MICROS_MAX }),
    ],
    judgements: SET_JUDGEMENTS['two-phase'],
    sendsWholeStates: false,
  }),
  command: (prng, client, number) => {
    if (prng.chance(200)) return { op: 'read' }
    return { op: 'add', element: `post ${number} by ${client}: ${prng.pick(TOPICS)}` }
  },
}
