/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const repair: Step = {
  id: '06-repair',
  title: 'Consistency check and repair',
  minutes: 15,
  goal: 'Logs that become one again after leaders changed, without losing what a majority stored.',
  kit: 'netsplit/raft-log',
  visible,
  hints: [
    'Draw two logs, one of a leader that was alone for a while and one of its successor. Where do they differ, what does the successor’s first message say, and what should the old leader make of it?',
    'Index and term together name an entry, and everything before it. So one comparison, at `prevLogIndex`, is enough to know that the logs are equal up to there; and if they are not, the leader has to look further back. For votes the same two numbers decide whose log is newer.',
    'A follower refuses unless `prevLogIndex` is 0 or its entry there has the term `prevLogTerm`. Then it goes through the entries of the message until one has another term than its own entry at that index, or it has none there: from that place on its log becomes that of the message, and if there is no such place nothing changes. On a refusal that answers the leader’s last question to this follower, the leader goes back by one entry, not below the first, and sends at once. A voter says yes to a log whose last term is later than its own, or the same with an index at least as high.',
  ],
}
