/** An entry that a majority acknowledged is there to stay, whoever knows of it. */
import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { acknowledgementIn } from './acknowledgements.ts'
import { printEntry } from './log-matching.ts'
import { type LogPrefix, mayHold, prefixAt } from './log-tree.ts'
import type { RaftLogFields } from './raft-log-view.ts'
import { LogFollower, type ShownLog } from './raft-logs.ts'
import { majorityOf } from './raft-view.ts'

/** An entry of a leader's own term that a majority holds, the leader included. */
interface Replicated {
  readonly prefix: LogPrefix
  readonly holders: readonly NodeId[]
  readonly event: EventId
}

/**
 * Leader Completeness as the argument in section 5.4.3 makes it: a leader of term T stored
 * an entry of its term on a majority, so whoever is elected later was voted for by one of
 * them, which compared logs. It needs no `commitIndex`, so it can be judged before the
 * leader knows. Meant for steps in which no log is lost in a crash: the leader's own copy
 * counts at once. The cluster must be fixed.
 */
export function replicatedEntriesSurvive(fields?: RaftLogFields): Claim {
  return {
    id: 'replicated-entries-survive',
    sentence:
      'What a majority acknowledged to a leader of its term is in every later leader’s log.',
    source: 'Raft, sections 5.4.1 and 5.4.3 (the election restriction, and why it suffices)',
    ask: 'Which node both held the entry and voted for the later leader, and what did it compare?',
    monitor({ nodes }) {
      const logs = new LogFollower(fields)
      const copies = new Copies(majorityOf(nodes))
      return {
        kinds: ['observe', 'crash', 'send'],
        onEvent(event, view) {
          const after = logs.look(event, view)?.after
          if (after?.state?.role === 'leader') {
            copies.leads(after, after.state.term)
            const lost = copies.lostBy(after, after.state.term)
            return lost === undefined ? undefined : violation(event.id, lost, after)
          }
          const told = acknowledgementIn(event, view)
          const own = told === undefined ? undefined : logs.shownBy(told.follower, view)
          const acknowledged = own && prefixAt(own.log, told?.matchIndex ?? 0)
          if (told === undefined || acknowledged === undefined) return undefined
          copies.add({ ...told, prefix: acknowledged, event: event.id })
          return undefined
        },
      }
    },
  }
}

class Copies {
  readonly #majority: number
  /** What each node acknowledged in each term at most. */
  readonly #acknowledged = new Map<number, Map<NodeId, LogPrefix>>()
  readonly #leaders = new Map<number, ShownLog>()
  /** For each term, the longest that a majority holds. */
  readonly #replicated = new Map<number, Replicated>()

  constructor(majority: number) {
    this.#majority = majority
  }

  leads(shown: ShownLog, term: number): void {
    this.#leaders.set(term, shown)
  }

  add(told: {
    readonly follower: NodeId
    readonly leader: NodeId
    readonly term: number
    readonly prefix: LogPrefix
    readonly event: EventId
  }): void {
    const { follower, leader, term, prefix, event } = told
    const copies = this.#acknowledged.get(term) ?? new Map<NodeId, LogPrefix>()
    this.#acknowledged.set(term, copies)
    if ((copies.get(follower)?.index ?? 0) >= prefix.index) return
    copies.set(follower, prefix)
    const led = this.#leaders.get(term)
    if (led === undefined || led.node !== leader || prefix.term !== term) return
    if (!mayHold(led.log, prefix)) return
    const holders = [...copies].filter(([, log]) => mayHold(log, prefix)).map(([node]) => node)
    if (holders.length + 1 < this.#majority) return
    this.#replicated.set(term, { prefix, holders: [leader, ...holders], event })
  }

  /** What a leader of this term should hold and does not. */
  lostBy({ log }: ShownLog, term: number): Replicated | undefined {
    for (const [earlier, replicated] of this.#replicated) {
      if (earlier < term && !mayHold(log, replicated.prefix)) return replicated
    }
    return undefined
  }
}

function violation(event: EventId, lost: Replicated, { node, state }: ShownLog): Violation {
  const { prefix, holders } = lost
  return {
    event,
    message:
      `${node} leads term ${state?.term} without ${printEntry(prefix)} at index ${prefix.index}, ` +
      `which a majority stored: ${holders.join(', ')}.`,
    related: [lost.event],
    nodes: [...new Set([node, ...holders])],
  }
}
