/** What an edit may cost on the wire: as much as it says, and a little for its place. */
import { jsonFields } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'

export interface OperationSize {
  /** For where it goes and what it is. */
  readonly bytesMax: number
  /** For each character that it brings or takes away. */
  readonly perCharMax: number
}

/**
 * Reads messages `{ type: 'Operations', operations: [{ command, operation }] }`: the command says how
 * many characters it is about, the operation is what a solution makes of it. Bytes are the UTF-16
 * units of its JSON text.
 */
export function operationsStaySmall({ bytesMax, perCharMax }: OperationSize): Claim {
  return {
    id: 'operations-stay-small',
    sentence: `An operation takes at most ${bytesMax} bytes, and ${perCharMax} more for each character that it brings or takes away.`,
    source: 'Yu 2012, A String-wise CRDT for Group Editing (one operation for a run of characters)',
    ask: 'What in this operation could the receiver work out from the rest of it?',
    monitor: () => ({
      kinds: ['send'],
      onEvent(event, view) {
        if (event.kind !== 'send') return undefined
        const { operations } = jsonFields(view.content(event.message)) ?? {}
        for (const stamped of Array.isArray(operations) ? (operations as readonly Json[]) : []) {
          const { command = null, operation = null, origin } = jsonFields(stamped) ?? {}
          const chars = charsIn(command)
          const bytes = JSON.stringify(operation).length
          if (chars === undefined || bytes <= bytesMax + perCharMax * chars) continue
          return {
            event: event.id,
            message: `${event.node} sends an operation of ${bytes} bytes${typeof origin === 'string' ? `, made by ${origin},` : ''} about ${chars} ${chars === 1 ? 'character' : 'characters'}.`,
            related: [],
            nodes: [event.node],
          }
        }
        return undefined
      },
    }),
  }
}

/** How many characters a command is about; undefined for anything that is no edit. */
function charsIn(command: Json): number | undefined {
  const { op, text, count } = jsonFields(command) ?? {}
  if (op === 'insert' && typeof text === 'string') return text.length
  return op === 'remove' && typeof count === 'number' ? count : undefined
}
