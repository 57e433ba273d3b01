/** Exactly once, as a reader sees it: what was appended once stands in the value once. */

import type { CommandMeaning, HistoryReading } from '../../history/from-trace.ts'
import { printJson } from '../../json.ts'
import type { ClientId, EventId, Json, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'

interface Append {
  readonly event: EventId
  readonly client: ClientId
  readonly text: string
}

/**
 * Reads the value of a key and counts: for clients whose appended texts are all different,
 * and none a part of another or of two put together. Linearizability implies it, but can
 * only say that no order explains the answers; this says which operation was done twice.
 */
export function appendsOnce({ meaningOf }: Pick<HistoryReading, 'meaningOf'>): Claim {
  return {
    id: 'appends-once',
    sentence: 'What a client appended once is never read twice.',
    source: 'Raft, section 8; dissertation, section 6.3',
    ask: 'Did the command reach the log twice, or was one entry carried out twice, and where could that have been noticed?',
    monitor() {
      const appends = new Map<string, Append[]>()
      const reads = new Map<OperationId, { readonly event: EventId; readonly key: string }>()
      return {
        kinds: ['invoke', 'complete'],
        onEvent(event) {
          if (event.kind === 'invoke') {
            note(event, meaningOf(JSON.parse(event.body) as Json), appends, reads)
            return undefined
          }
          if (event.kind !== 'complete' || event.outcome !== 'ok') return undefined
          const read = reads.get(event.operation)
          const value = read === undefined ? null : (JSON.parse(event.body) as Json)
          if (read === undefined || typeof value !== 'string') return undefined
          const twice = appends.get(read.key)?.find(({ text }) => value.split(text).length > 2)
          if (twice === undefined) return undefined
          const { client, text } = twice
          const whole = `the value of ${printJson(read.key)}`
          const other = client === event.client ? 'it' : client
          return {
            event: event.id,
            message: `${event.client} finds ${printJson(text)} twice in ${whole}; ${other} appended it once.`,
            related: [...new Set([twice.event, read.event])].sort((a, b) => a - b),
            nodes: [...new Set([client, event.client])],
          }
        },
      }
    },
  }
}

function note(
  { id, client, operation }: TraceEvent & { readonly kind: 'invoke' },
  meaning: CommandMeaning | undefined,
  appends: Map<string, Append[]>,
  reads: Map<OperationId, { readonly event: EventId; readonly key: string }>,
): void {
  if (meaning === undefined) return
  const { f, key, input } = meaning
  if (f === 'get') reads.set(operation, { event: id, key })
  if (f !== 'append' || typeof input !== 'string' || input === '') return
  const known = appends.get(key) ?? []
  appends.set(key, known)
  known.push({ event: id, client, text: input })
}
