/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const membership: Step = {
  id: '15-membership',
  title: 'Changing the members',
  minutes: 20,
  goal: 'A cluster that takes in new servers and lets old ones go, one at a time, while it serves.',
  kit: 'netsplit/raft-membership',
  visible,
  hints: [
    'Ask of every place that counts nodes or sends to all of them: which members does it mean, and what does this node’s log say about them at this moment?',
    'The members are a function of the log: look for the latest entry that has members, else take those of the snapshot. Call that function each time the log changes: when the leader appends, when a follower appends or truncates, after an install, and at the start. Majorities, elections and replication then go by `this.members`.',
    'Before the leader appends a change, it checks three things: no entry with members lies behind `commitIndex`; the entry at `commitIndex` is of its own term, which an empty entry at the start of its term brings about; and a node to be added already holds what is committed. Until then it sends entries to that node without counting it. A node that is no member does not stand; a leader that is no member goes on until the change is committed, without counting itself, and steps down.',
  ],
}
