/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const apply: Step = {
  id: '10-apply',
  title: 'Applying and answering',
  minutes: 10,
  goal: 'Nodes that hand on every committed entry once and in order, and clients that are told the truth.',
  kit: 'netsplit/raft-service',
  visible,
  hints: [
    'Two numbers say it all: commitIndex is how far you may go, lastApplied is how far you have gone. And of each answer ask: of which entry exactly does this client want to hear?',
    'Apply in one place, right where commitIndex moves, on every node. The place for a waiting request is beside the index of its entry; but an index is not yet an entry, because another leader may put its own there.',
    'Whenever commitIndex has grown, go on while lastApplied is smaller: add one, deliver that index with its command, and look whether a request waits for this index. Answer it if the entry carries the client and the id of that request, and forget it either way. A node that loses the lead says nothing to those who wait.',
  ],
}
