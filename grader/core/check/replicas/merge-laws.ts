/**
 * The laws of a merge function, judged outside of the code that it is a part of: a node is asked
 * to try its merge on states that it has seen, and answers with what came of it.
 */
import { canonicalText, jsonFields } from '../../json.ts'
import type { Json, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { type StateCrdt, type StateUpdate, stateCrdtLaws } from '../convergence/crdt-laws.ts'

/** What a node answers to `{ op: 'laws' }`. Numbers are places in `states`. */
export interface TriedMerges {
  /** Different states, as JSON. */
  readonly states: readonly Json[]
  /** The state of a new replica. */
  readonly initial: number
  /** Two states, and what their merge gave. */
  readonly merges: readonly (readonly [a: number, b: number, merged: number])[]
  /** Updates that this node carried out: the state before and after. */
  readonly updates: readonly {
    readonly label: string
    readonly before: number
    readonly after: number
  }[]
  /** Arguments that merge did not leave as they were. */
  readonly changed: readonly { readonly argument: number; readonly into: number }[]
}

export interface MergeLawOptions {
  /** `as-sets`: states that differ in the order of their lists alone count as equal. */
  readonly lists: 'as-sets' | 'in-order'
}

/** A state in the table, or undefined for what was not tried: that breaks no law. */
type Tried = number | undefined

/** Far more than a table has, so that every law is tried on all of it. */
const STEPS_MAX = 100_000

/**
 * States form a join semilattice with merge as its least upper bound, and updates only go up
 * (Shapiro et al. 2011, Definition 2.3): with it replicas that have heard the same are equal,
 * whatever order, loss and repetition their messages have seen.
 */
export function mergeLaws({ lists }: MergeLawOptions): Claim {
  return {
    id: 'merge-laws',
    sentence:
      'Merging is commutative, associative and idempotent, keeps what both states hold, and changes neither; an update only adds.',
    source:
      'Shapiro et al. 2011, Conflict-free Replicated Data Types, Definition 2.3 (monotonic semilattice object)',
    ask: 'What would two replicas show that merge these states in different orders, or one of them twice?',
    monitor() {
      const asked = new Set<OperationId>()
      return {
        kinds: ['invoke', 'reply'],
        onEvent(event) {
          if (event.kind === 'invoke') {
            if (jsonFields(JSON.parse(event.body) as Json)?.op === 'laws')
              asked.add(event.operation)
            return undefined
          }
          if (event.kind !== 'reply' || !asked.has(event.operation)) return undefined
          const message = brokenLaw(event, lists)
          return message === undefined
            ? undefined
            : { event: event.id, message, related: [], nodes: [event.node] }
        },
      }
    },
  }
}

function brokenLaw(
  { node, body }: TraceEvent & { readonly kind: 'reply' },
  lists: MergeLawOptions['lists'],
): string | undefined {
  const table = tableIn(JSON.parse(body) as Json)
  if (table === undefined) return notTried(node)
  const texts = table.states.map((state) => canonicalText(state))
  const forms = table.states.map((state) =>
    canonicalText(lists === 'as-sets' ? withListsSorted(state) : state),
  )
  const print = (state: Tried) => texts[state ?? -1] ?? 'null'
  const equal = (a: Tried, b: Tried) => a === undefined || b === undefined || forms[a] === forms[b]
  const spoilt = table.changed.find(({ argument, into }) => !equal(argument, into))
  if (spoilt !== undefined) {
    return `merge changed its argument ${print(spoilt.argument)} into ${print(spoilt.into)}; it must make a new state.`
  }
  const results = new Map(table.merges.map(([a, b, merged]) => [`${a} ${b}`, merged]))
  const crdt: StateCrdt<Tried> = {
    init: () => table.initial,
    merge: (a, b) => results.get(`${a} ${b}`),
    equal,
    print,
  }
  const result = stateCrdtLaws({
    crdt,
    states: samplesOf(table),
    updates: table.updates.map(updateOf),
    limits: { stepsMax: STEPS_MAX },
  })
  if (result.verdict !== 'fail') return undefined
  const { law, message } = result.failure
  return `On ${node} ${BROKEN[law] ?? 'a law is broken'}: ${message}`
}

const BROKEN: Readonly<Record<string, string>> = {
  idempotent: 'merging is not idempotent',
  commutative: 'merging is not commutative',
  associative: 'merging is not associative',
  'initial-is-least': 'the initial state is not below every other',
  'upper-bound': 'merging does not keep all that both states hold',
  inflationary: 'an update does not only add',
}

/** The states that were merged with each other, and those that an update began with. */
function samplesOf({ merges, updates }: TriedMerges): readonly number[] {
  const tried = merges.flatMap(([a, b]) => (a === b ? [a] : []))
  return [...new Set([...tried, ...updates.map(({ before }) => before)])]
}

/** An update is known for the one state that it was carried out on. */
function updateOf({ label, before, after }: TriedMerges['updates'][number]): StateUpdate<Tried> {
  return { label, apply: (state) => (state === before ? after : undefined) }
}

function notTried(node: NodeId): string {
  return `${node} was asked to try its merge, and did not: leave \`onRequest\` to the kit, and write \`onCommand\`.`
}

/** Read with care: what a node answers may be anything. */
function tableIn(answer: Json): TriedMerges | undefined {
  const { states, merges, updates, changed, initial } = jsonFields(answer) ?? {}
  const isTable =
    Array.isArray(states) &&
    typeof initial === 'number' &&
    isListOf(merges, (row) => isListOf(row, isNumber) && row.length === 3) &&
    isListOf(updates, (row) => {
      const { label, before, after } = jsonFields(row) ?? {}
      return typeof label === 'string' && isNumber(before) && isNumber(after)
    }) &&
    isListOf(changed, (row) => {
      const { argument, into } = jsonFields(row) ?? {}
      return isNumber(argument) && isNumber(into)
    })
  return isTable ? (answer as unknown as TriedMerges) : undefined
}

function isListOf(
  value: Json | undefined,
  isItem: (item: Json) => boolean,
): value is readonly Json[] {
  return Array.isArray(value) && value.every(isItem)
}

function isNumber(value: Json | undefined): boolean {
  return typeof value === 'number'
}

function withListsSorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items: readonly Json[] = value.map(withListsSorted)
    return [...items].sort((a, b) => {
      const [left, right] = [canonicalText(a), canonicalText(b)]
      return left < right ? -1 : Number(left > right)
    })
  }
  const fields = Object.entries(value as { readonly [name: string]: Json })
  return Object.fromEntries(fields.map(([name, item]) => [name, withListsSorted(item)]))
}
