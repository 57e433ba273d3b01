/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const snapshots: Step = {
  id: '13-snapshots',
  title: 'Snapshots',
  minutes: 20,
  goal: 'Logs that stay short, and nodes that catch up although the entries they lack are gone.',
  kit: 'netsplit/raft-snapshots',
  visible,
  hints: [
    'Begin with the numbers: everywhere your code turns an index into a place in the log, or asks for a term, the log no longer begins with entry 1. Only then take the first snapshot.',
    'A snapshot is what applying the entries came to: the data and the sessions, the index of the last of these entries, and its term. Whoever takes it over, from a message or from disk, stands where somebody stands who has applied all of them.',
    'Give all access to the log to three functions: the entry at an index, its term (which for the snapshot’s own index the snapshot knows), and the last index. Take a snapshot of what is applied; write it before you write the shorter log. On an InstallSnapshot that reaches beyond your commitIndex, keep the entries behind it if your entry at its index has its term, else none; store, then answer. A leader that no longer has the entry before nextIndex sends the snapshot, and takes the answer like a success up to that index.',
  ],
}
