/** What must hold of the stores and registers of this lab, for given N, R and W. */
import {
  acknowledgedByEnough,
  acknowledgedWritesStay,
  answersInTime,
  availableWithQuorum,
  type Claim,
  type CommandMeaning,
  checkBoundedStaleness,
  checkLinearizable,
  findModel,
  type HistoryReading,
  hintsAreForgotten,
  historyClaim,
  type Json,
  messagesInBounds,
  type Operation,
  oneVersionPerWrite,
  present,
  reachesAllReplicas,
  UNKNOWN_OUTCOME,
  wellFormedAnswers,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { preferenceList } from './placement.ts'

/** The numbers of a store. */
export interface Quorum {
  readonly n: number
  readonly r: number
  readonly w: number
}

/** How long a node may take before it says that it cannot. */
const ANSWER_MICROS_MAX = SECOND
/** How long it may take where enough replicas can be reached: many times what messages take. */
export const SERVED_MICROS_MAX = 500 * MS
/** For each replica, many times what asking and answering takes. */
const MESSAGES_PER_REPLICA_MAX = 20

/** What a command means to the checkers of histories. */
function meaningOf(command: Json): CommandMeaning | undefined {
  const { op, key, value = null } = command as { readonly [name: string]: Json }
  if ((op !== 'get' && op !== 'put') || typeof key !== 'string') return undefined
  return { f: op === 'get' ? 'read' : 'write', key, input: value }
}

const READING: HistoryReading = {
  meaningOf,
  isUnknown: (answer, command) => meaningOf(command)?.f === 'write' && answer === UNKNOWN_OUTCOME,
}

/** The first N nodes of the key’s order. */
export function replicasOf({ n }: Pick<Quorum, 'n'>) {
  return (key: string, nodes: readonly string[]) => preferenceList(key, nodes).slice(0, n)
}

function expectedForm(command: Json, answer: Json): string | undefined {
  if (meaningOf(command)?.f === 'read') {
    return answer === null || typeof answer === 'string' ? undefined : 'the value, or null'
  }
  return answer === null || answer === UNKNOWN_OUTCOME ? undefined : `null, or "${UNKNOWN_OUTCOME}"`
}

/** The weakest promise, which needs no overlap. */
const readsWhatWasWritten = historyClaim({
  claim: {
    id: 'reads-what-was-written',
    sentence: 'A read returns a value that somebody wrote and was not refused, or nothing.',
    source: 'Lamport 1986, On Interprocess Communication, part II (safe and regular registers)',
    ask: 'Where does this value come from, and what was its writer told?',
  },
  reading: READING,
  check: (history) => checkBoundedStaleness(history, { initial: null }),
})

/** What R + W > N is for, while clocks agree. */
const freshReads = historyClaim({
  claim: {
    id: 'fresh-reads',
    sentence: 'A read misses no write that was acknowledged before it began.',
    source: 'Gifford 1979, Weighted Voting for Replicated Data; Lamport 1986 (regular registers)',
    ask: 'Which replicas confirmed the write, which answered the read, and where do the two meet?',
  },
  reading: READING,
  check: (history) => checkBoundedStaleness(history, { initial: null, versionsMax: 0 }),
})

/** How long after the heal a hint may still be on its way. */
const HANDED_OVER_MICROS_MAX = 2 * SECOND

/** What becomes of freshness where substitutes answer: it comes back with the replicas. */
const readsCatchUp = historyClaim({
  claim: {
    id: 'reads-catch-up',
    sentence:
      'From 2 s after everything is healed, a read misses no write that was acknowledged before it began.',
    source: 'DeCandia et al. 2007, section 4.6; Vogels 2009, Eventually Consistent',
    ask: 'Which nodes answered the read, and what had they been handed by then?',
  },
  reading: READING,
  check(history, healedMicros = Number.POSITIVE_INFINITY) {
    const readsFromMicros = healedMicros + HANDED_OVER_MICROS_MAX
    return checkBoundedStaleness(history, { initial: null, versionsMax: 0, readsFromMicros })
  },
})

/** Freshness where the quorums meet, and the weaker promise where they need not. */
function readsOf({ n, r, w }: Quorum): Claim {
  return r + w > n ? freshReads : readsWhatWasWritten
}

const KV = present(findModel('kv'), 'core has a model of key-value stores').make(null)

/** Steps of the search; the workloads need far fewer. */
const SEARCH_STEPS_MAX = 200_000

/** The clients’ view of a register that is as good as a single copy. */
export const linearizable = historyClaim({
  claim: {
    id: 'linearizable',
    sentence: 'The clients see one copy of the data: each operation takes effect at one moment.',
    source: 'Herlihy and Wing 1990; Attiya, Bar-Noy and Dolev 1995',
    ask: 'Which answer does not fit, and what had a majority stored when it was given?',
  },
  reading: READING,
  check: (history) => checkLinearizable(history, KV, { stepsMax: SEARCH_STEPS_MAX }),
})

/** What requests cost all nodes together, for runs in which there is nothing to mend. */
export function messagesAtMost(perRequestMax: number): Claim {
  return messagesInBounds({ perRequestMax, perSecondMax: 0 })
}

/** What holds of every store of this lab in every run. */
export function costs({ n }: Pick<Quorum, 'n'>, perSecondMax = 0): readonly Claim[] {
  return [
    wellFormedAnswers(expectedForm),
    answersInTime({ withinMicros: ANSWER_MICROS_MAX }),
    messagesInBounds({ perRequestMax: MESSAGES_PER_REPLICA_MAX * n, perSecondMax }),
  ]
}

/** The promises of a store of N, R and W on any network. */
export function storeClaims(quorum: Quorum, perSecondMax = 0): readonly Claim[] {
  return [
    ...costs(quorum, perSecondMax),
    oneVersionPerWrite(),
    acknowledgedWritesStay({ count: quorum.w, replicasOf: replicasOf(quorum) }),
    readsOf(quorum),
  ]
}

/** The promises of a sloppy quorum: any W nodes acknowledge, and reads may be stale. */
export function sloppyClaims(quorum: Quorum, perSecondMax: number): readonly Claim[] {
  const { r, w } = quorum
  return [
    availableWithQuorum({
      withinMicros: SERVED_MICROS_MAX,
      needs: ({ op }, nodes) => ({ count: op === 'get' ? r : w, among: nodes }),
    }),
    ...sloppyOnAnyNetwork(quorum, perSecondMax),
  ]
}

/** The same without availability, for networks that lose messages. */
export function sloppyOnAnyNetwork(quorum: Quorum, perSecondMax: number): readonly Claim[] {
  return [
    ...costs(quorum, perSecondMax),
    oneVersionPerWrite(),
    acknowledgedByEnough({ count: quorum.w }),
    ...handedOver(quorum),
    readsWhatWasWritten,
    readsCatchUp,
  ]
}

/** What a sloppy quorum promises while nothing is cut: the replicas answer, and they meet. */
export function sloppyInHealth(quorum: Quorum, perSecondMax: number): readonly Claim[] {
  return [...sloppyClaims(quorum, perSecondMax), freshReads]
}

/** No acknowledged write is missing anywhere, and no hint is left over, soon after the heal. */
export function handedOver(quorum: Quorum): readonly Claim[] {
  const withinMicros = HANDED_OVER_MICROS_MAX
  return [
    reachesAllReplicas({ withinMicros, replicasOf: replicasOf(quorum) }),
    hintsAreForgotten({ withinMicros }),
  ]
}

/** Each side of a cut is served where it has enough replicas; where nothing is lost but by cuts. */
export function available({ n, r, w }: Quorum): Claim {
  return availableWithQuorum({
    withinMicros: SERVED_MICROS_MAX,
    needs: ({ op, key }, nodes) => ({
      count: op === 'get' ? r : w,
      among: replicasOf({ n })(key, nodes),
    }),
  })
}

/**
 * The claim of a game in which the learner looks for a counterexample: linearizability turned
 * around, broken by runs that one copy could have given.
 * @param operations how many the game has; a run with fewer is not judged
 */
export function showsAnomaly(operations: number): Claim {
  return historyClaim({
    claim: {
      id: 'shows-anomaly',
      sentence:
        'What the clients were told is not linearizable: no single copy could have answered so.',
      source: 'Herlihy and Wing 1990, Linearizability',
      ask: 'Which read would have to return which value, and which replicas must it hear for that?',
    },
    reading: READING,
    check(history) {
      if (history.operations.length < operations) return { verdict: 'pass' }
      const result = checkLinearizable(history, KV, { stepsMax: SEARCH_STEPS_MAX })
      if (result.verdict === 'unknown') return result
      if (result.verdict === 'fail') return { verdict: 'pass' }
      const order = result.order.flatMap((id) => history.operations[id] ?? [])
      const message = `One copy could have given all these answers: ${order.map(inWords).join(', ')}.`
      const ids = history.operations.map(({ id }) => id)
      return { verdict: 'fail', anomaly: { kind: 'none', message, operations: ids, relations: [] } }
    },
  })
}

function inWords({ f, input, output }: Operation): string {
  return f === 'write' ? `put ${JSON.stringify(input)}` : `get gave ${JSON.stringify(output)}`
}
