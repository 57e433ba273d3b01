/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const compaction: Step = {
  id: '14-compaction',
  title: 'Limits',
  minutes: 10,
  goal: 'A node whose log, messages and snapshots stay within bounds, even while nothing commits.',
  kit: 'netsplit/raft-snapshots',
  visible,
  hints: [
    'What grows while a leader cannot commit, and what is sent again before anybody could have answered? Look at each place that appends, and at each that sends a snapshot.',
    'A leader may say no: its own name as the reason tells the client to come back. But beware of a new leader whose log is full of old entries: what must happen before any of them can be committed?',
    'Count the entries behind commitIndex before you take a command, and refuse when they are too many, unless your last entry is of an older term. Note for each follower that a snapshot is under way, forget it when a timer of 200 ms runs out or a new leadership begins, and send an empty AppendEntries meanwhile: it keeps the follower quiet, and its refusal is no news.',
  ],
}
