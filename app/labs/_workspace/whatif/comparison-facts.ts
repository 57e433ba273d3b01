/** What to say of two runs side by side: where they part, how they end, what differs then. */
import {
  type ClaimSummary,
  ClusterState,
  describeEvent,
  formatSeconds,
  headlineOf,
  type Json,
  type SeedResult,
  type Trace,
  type TraceEvent,
  WorldView,
} from '#core'
import type { ComparedFork } from './run-tree.ts'

export interface ComparisonFacts {
  /** `The two are one run up to event 141, 1.204 s.` */
  readonly parting: string
  /** Undefined when they never part. */
  readonly partsAt: number | undefined
  /** The first event of each that the other has not, as a sentence. */
  readonly firstOfOurs: string | undefined
  readonly firstOfTheirs: string | undefined
  readonly onlyOurs: number
  readonly onlyTheirs: number
  readonly outcomeOfOurs: string
  readonly outcomeOfTheirs: string
  /** The fields that the nodes show in the end and that differ. */
  readonly fields: readonly DifferingField[]
}

export interface DifferingField {
  readonly node: string
  readonly field: string
  /** JSON text, cut short; `down` for a node that is down. */
  readonly ours: string
  readonly theirs: string
}

const VALUE_LENGTH_MAX = 60
const FIELDS_MAX = 40

/** @param claims those of the check, to call a broken one by its sentence */
export function factsOf(fork: ComparedFork, claims: readonly ClaimSummary[]): ComparisonFacts {
  const { ours, theirs, comparison } = fork
  const { shared, onlyInOurs, onlyInTheirs } = comparison
  const isSame = shared === ours.trace.events.length && shared === theirs.trace.events.length
  const last = ours.trace.events[shared - 1]
  const first = (trace: Trace) => {
    const event = trace.events[shared]
    return event && `event ${event.id}, ${formatSeconds(event.at)}: ${describeAt(trace, event)}`
  }
  return {
    parting: isSame
      ? 'The two runs are the same, event by event.'
      : last === undefined
        ? 'The two runs differ from the beginning.'
        : `The two are one run up to event ${last.id}, ${formatSeconds(last.at)}.`,
    partsAt: isSame ? undefined : shared,
    firstOfOurs: first(ours.trace),
    firstOfTheirs: first(theirs.trace),
    onlyOurs: onlyInOurs.length,
    onlyTheirs: onlyInTheirs.length,
    outcomeOfOurs: outcomeText(ours.run.result, claims),
    outcomeOfTheirs: outcomeText(theirs.run.result, claims),
    fields: differingFields(ours.trace, theirs.trace),
  }
}

/** How a run ended, in one or two sentences. */
export function outcomeText(
  { outcome, seed }: Pick<SeedResult, 'outcome' | 'seed'>,
  claims: readonly ClaimSummary[],
): string {
  switch (outcome.kind) {
    case 'pass':
      return 'Every claim held.'
    case 'unknown':
      return `Nothing can be said: ${outcome.why}.`
    default: {
      const claim =
        outcome.kind === 'claim-broken'
          ? claims.find(({ id }) => id === outcome.claimId)
          : undefined
      const { claim: sentence, what } = headlineOf(outcome, claim, seed)
      return `Broken: ${sentence} ${what}`
    }
  }
}

function describeAt({ header, events }: Trace, event: TraceEvent): string {
  const view = new WorldView(header)
  for (const earlier of events.slice(0, event.id + 1)) view.fold(earlier)
  return describeEvent(event, view)
}

function differingFields(ours: Trace, theirs: Trace): readonly DifferingField[] {
  const [a, b] = [endOf(ours), endOf(theirs)]
  return ours.header.nodes
    .flatMap((node) => {
      const [left, right] = [a.world.node(node), b.world.node(node)]
      if (left.isUp !== right.isUp) {
        const say = (isUp: boolean) => (isUp ? 'up' : 'down')
        return [{ node, field: 'is', ours: say(left.isUp), theirs: say(right.isUp) }]
      }
      const names = new Set([...left.fields.keys(), ...right.fields.keys()])
      return [...names].flatMap((field) => {
        const [one, other] = [show(left.fields.get(field)), show(right.fields.get(field))]
        return one === other ? [] : [{ node, field, ours: one, theirs: other }]
      })
    })
    .slice(0, FIELDS_MAX)
}

function endOf({ header, events }: Trace): ClusterState {
  const state = new ClusterState(header)
  for (const event of events) state.fold(event)
  return state
}

function show(value: Json | undefined): string {
  if (value === undefined) return 'not shown'
  const text = JSON.stringify(value)
  return text.length <= VALUE_LENGTH_MAX ? text : `${text.slice(0, VALUE_LENGTH_MAX - 1)}…`
}
