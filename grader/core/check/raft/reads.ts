/** What a read may cost (Raft, section 8; Ongaro's dissertation, section 6.4). */
import { jsonFields, printJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { changes } from './log-changes.ts'

/** Commands are those of the kit: `{ op: 'get', key }` reads. */
function isRead(command: Json | undefined): boolean {
  return command !== undefined && jsonFields(command)?.op === 'get'
}

export const readsLeaveTheLogAlone: Claim = {
  id: 'reads-leave-the-log-alone',
  sentence: 'A read adds no entry to anybody’s log.',
  source: 'Ongaro, Consensus: Bridging Theory and Practice (2014), section 6.4',
  ask: 'What does a leader need to know to answer a read, and does finding out need an entry?',
  monitor: () =>
    changes(undefined, ({ after, added }) => {
      const read = added.find(({ command }) => isRead(command))
      if (read === undefined) return undefined
      return `${after.node} holds the read ${printJson(read.command ?? null)} as entry ${read.index} of its log.`
    }),
}
