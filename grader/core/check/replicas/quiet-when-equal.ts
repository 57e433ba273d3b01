/** Nobody sends what everybody has: anti-entropy is quiet once there is nothing to repair. */
import { jsonFields } from '../../json.ts'
import type { EventId, Micros } from '../../trace/event.ts'
import { seconds } from '../../trace/time-text.ts'
import type { Claim } from '../claim.ts'

export interface QuietWhenEqual {
  /** The type of the messages that carry data. */
  readonly type: string
  /** Counted from the liveness phase, or from the last request that a node took after it. */
  readonly withinMicros: Micros
}

/**
 * Summaries go on for ever, because any message may be lost; data does not. Judged when replicas
 * must agree by another claim, so that something sent then is something that is known already.
 */
export function quietWhenEqual({ type, withinMicros }: QuietWhenEqual): Claim {
  return {
    id: 'quiet-when-equal',
    sentence: `No ${type} is sent any more ${seconds(withinMicros)} s after the last request in a healed network.`,
    source: 'Demers et al. 1987, Epidemic Algorithms, section 1.3 (comparing before sending)',
    ask: 'Which of the posts in this message does its receiver lack, and how did the sender decide that?',
    monitor() {
      let last: { readonly at: Micros; readonly event: EventId } | undefined
      return {
        kinds: ['phase', 'request', 'send'],
        onEvent(event, view) {
          const isPhase = event.kind === 'phase'
          if (isPhase || (event.kind === 'request' && last !== undefined)) {
            last = { at: event.at, event: event.id }
          }
          if (event.kind !== 'send' || last === undefined) return undefined
          if (event.at <= last.at + withinMicros) return undefined
          if (jsonFields(view.content(event.message))?.type !== type) return undefined
          const after = `${seconds(event.at - last.at)} s after the last request`
          return {
            event: event.id,
            message: `${after} ${event.node} sends ${event.to} a ${type}, although all have had time to get everything.`,
            related: [last.event],
            nodes: [...new Set([event.node, event.to])],
          }
        },
      }
    },
  }
}
