/** What is asked of registers on several nodes: of their answers, and of who answers. */
import {
  answersFitValues,
  answersOnEverySide,
  type Claim,
  type CommandMeaning,
  checkCausalConvergence,
  checkLinearizable,
  checkReadYourWrites,
  convergesWithin,
  findModel,
  historyClaim,
  type Json,
  majorityAnswers,
  messagesInBounds,
  minorityRefuses,
  noValueLost,
  present,
  staysOverwritten,
  wellFormedAnswers,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'

/** What a command means to the model of a register. */
export function meaningOf(command: Json): CommandMeaning | undefined {
  const { op, value } = command as { readonly [name: string]: Json }
  if (op !== 'read' && op !== 'write') return undefined
  return { f: op, key: '', input: value ?? null }
}

const REGISTER = present(findModel('register'), 'core has a model of registers').make(null)

/** Steps of the search; the workloads need far fewer. */
const SEARCH_STEPS_MAX = 200_000

/** How long a node may take to find out whom it reaches, and then to answer or refuse. */
const GRACE_MICROS = 500 * MS
const WITHIN_MICROS = SECOND
/** Nobody else needs to be asked: far more than the handler itself takes. */
const AT_ONCE_MICROS = 5 * MS
/** How long a healed network may take to make all copies equal. */
const EQUAL_AGAIN_MICROS = SECOND

/** Whom an answer that has no sense would come from is settled before what it means. */
const wellFormed = wellFormedAnswers((command, answer) => {
  const isRead = meaningOf(command)?.f === 'read'
  if (!isRead) return answer === null ? undefined : 'null'
  return answer === null || typeof answer === 'string' ? undefined : 'the value, or null'
})

/** Far above what any sane design needs, all nodes together. */
const cheap = messagesInBounds({ perSecondMax: 600, perRequestMax: 300 })

const linearizable = historyClaim({
  claim: {
    id: 'linearizable',
    sentence: 'The clients see one copy of the value: each operation takes effect at one moment.',
    source: 'Herlihy & Wing 1990, Linearizability; Gilbert & Lynch 2002, section 2.1',
    ask: 'Which answer does not fit, and what did the node that gave it know at that moment?',
  },
  reading: { meaningOf },
  check: (history) => checkLinearizable(history, REGISTER, { stepsMax: SEARCH_STEPS_MAX }),
})

const readYourWrites = historyClaim({
  claim: {
    id: 'read-your-writes',
    sentence: 'A client that stays with one node reads what it wrote last, or something newer.',
    source: 'Terry et al. 1994, Session guarantees for weakly consistent replicated data',
    ask: 'What did this node hold when it confirmed the write, and why does it not any more?',
  },
  reading: { meaningOf },
  check: (history) => checkReadYourWrites(history, { initial: null }),
})

const causalConvergence = historyClaim({
  claim: {
    id: 'causal-convergence',
    sentence:
      'All clients can agree on one order of the writes in which nothing comes before what its writer had seen.',
    source: 'Lloyd et al. 2011 (COPS); Bouajjani et al. 2017',
    ask: 'By what rule does each of these nodes say which of two values is newer?',
  },
  reading: { meaningOf },
  check: (history) => checkCausalConvergence(history, { initial: null }),
})

/** The register that refuses: one copy for all, and no silence where it cannot be kept up. */
export const REFUSES: readonly Claim[] = [
  wellFormed,
  linearizable,
  majorityAnswers({ graceMicros: GRACE_MICROS, withinMicros: WITHIN_MICROS }),
  minorityRefuses({ graceMicros: GRACE_MICROS, withinMicros: WITHIN_MICROS }),
  cheap,
]

/** The register that answers: every node, at once, and as much consistency as that allows. */
export const ANSWERS: readonly Claim[] = [
  wellFormed,
  answersOnEverySide(AT_ONCE_MICROS),
  readYourWrites,
  causalConvergence,
  convergesWithin({ withinMicros: EQUAL_AGAIN_MICROS, state: 'value' }),
  cheap,
]

/** Clients of siblings are answered with all values, in order. */
const wellFormedLists = wellFormedAnswers((command, answer) => {
  const isRead = meaningOf(command)?.f === 'read'
  if (!isRead) return answer === null ? undefined : 'null'
  const isList = Array.isArray(answer) && answer.every((value) => typeof value === 'string')
  const isSorted = isList && [...answer].sort().every((value, place) => value === answer[place])
  return isSorted ? undefined : 'a sorted list of values'
})

/** The store that answers and loses nothing in silence. */
export const HEALS: readonly Claim[] = [
  wellFormedLists,
  answersOnEverySide(AT_ONCE_MICROS),
  answersFitValues,
  noValueLost,
  staysOverwritten,
  convergesWithin({ withinMicros: EQUAL_AGAIN_MICROS, state: 'values' }),
  cheap,
]
