/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const persistence: Step = {
  id: '09-persistence',
  title: 'Persistence',
  minutes: 15,
  goal: 'A cluster that loses power at any moment, between any two effects, and loses nothing it has committed.',
  kit: 'netsplit/raft-log',
  visible,
  hints: [
    'List everything that a node tells others and that they rely on later. For each, find the line that makes it true on disk. Is it above the line that says it?',
    'Four things change what must survive: a new term, a vote, a new entry, a deleted entry. Each has its write and sync before anything leaves the node; and the leader is a node that stores entries, too. Then ask what a new object must read before it does anything else.',
    'Write the whole log under one key and sync in one small method. Call it wherever the log changes: when a leader has taken a command, before it sends or counts anything, and when a follower has appended or replaced entries, before it answers. Keep term and vote together under another key. On start read both; role, leader, commit index and all that a leader knows of others begin anew.',
  ],
}
