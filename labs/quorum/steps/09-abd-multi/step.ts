/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const abdMulti: Step = {
  id: '09-abd-multi',
  title: 'A register that all may write',
  minutes: 15,
  goal: 'A linearizable register that any node may read and write while a majority lives.',
  kit: 'netsplit/quorum-abd',
  visible,
  hints: [
    'The one writer knew the newest number, because it had given it. Which question would tell any other node?',
    'Every operation now has the same two phases: ask a majority, store at a majority. They differ only in what is stored: a read stores what it found, a write its own value under a number above everything that it found. Two writers may choose the same number; the version has a second part.',
    'On any request query all nodes. With answers of more than half: a get stores the newest copy found, a put stores its value with the greatest number plus one and this node as writer. Take the node’s own copy into account as well, and keep the new copy at once, so that two puts of one node never get the same version. Then count confirmations from an empty set, and reply with more than half.',
  ],
}
