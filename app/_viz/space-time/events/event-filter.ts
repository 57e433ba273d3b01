/** Which events of a run a reader wants to see in the table. */
import { type EventKind, siteOf, type TraceEvent } from '#core'

export interface EventFilter {
  /** Name of a node or client, `network`, or empty for all. */
  readonly lane: string
  readonly kind: KindId | ''
  /** Part of what an event says, in any case. */
  readonly text: string
}

export const NO_FILTER: EventFilter = { lane: '', kind: '', text: '' }

export type KindId =
  | 'messages'
  | 'losses'
  | 'faults'
  | 'operations'
  | 'state'
  | 'disk'
  | 'timers'
  | 'notes'

export const KINDS: readonly {
  readonly id: KindId
  readonly title: string
  readonly kinds: readonly EventKind[]
}[] = [
  { id: 'messages', title: 'messages', kinds: ['send', 'receive', 'drop', 'duplicate'] },
  { id: 'losses', title: 'lost messages', kinds: ['drop'] },
  {
    id: 'faults',
    title: 'faults',
    kinds: [
      'cut',
      'heal',
      'crash',
      'boot',
      'pause',
      'resume',
      'clog',
      'unclog',
      'degrade',
      'restore',
      'skew',
      'phase',
      'threw',
    ],
  },
  { id: 'operations', title: 'operations', kinds: ['invoke', 'request', 'reply', 'complete'] },
  { id: 'state', title: 'changes of state', kinds: ['observe', 'apply'] },
  { id: 'disk', title: 'disk', kinds: ['write', 'sync'] },
  { id: 'timers', title: 'timers', kinds: ['timer', 'set-timer', 'cancel-timer'] },
  { id: 'notes', title: 'notes', kinds: ['note'] },
]

/** The lane of what happens at no node and no client. */
export const NETWORK = 'network'

/** Where an event happens, in the words of the filter. */
export function laneOf(event: TraceEvent): string {
  return siteOf(event) ?? NETWORK
}

/** @param describe asked only for events that pass everything else */
export function filterEvents(
  events: readonly TraceEvent[],
  { lane, kind, text }: EventFilter,
  describe: (event: TraceEvent) => string,
): readonly TraceEvent[] {
  const kinds = new Set<EventKind>(KINDS.find(({ id }) => id === kind)?.kinds ?? [])
  const wanted = text.trim().toLowerCase()
  if (lane === '' && kind === '' && wanted === '') return events
  return events.filter(
    (event) =>
      (lane === '' || laneOf(event) === lane) &&
      (kind === '' || kinds.has(event.kind)) &&
      (wanted === '' || describe(event).toLowerCase().includes(wanted)),
  )
}
