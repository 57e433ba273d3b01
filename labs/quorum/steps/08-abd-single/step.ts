/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const abdSingle: Step = {
  id: '08-abd-single',
  title: 'A register with one writer',
  minutes: 20,
  goal: 'A register on a majority of nodes that its clients cannot tell from a single copy.',
  kit: 'netsplit/quorum-abd',
  isFresh: true,
  visible,
  hints: [
    'A read is about to return a value that it found on one node only. What must be true of the other nodes before it may, so that no later read can miss that value?',
    'Each operation goes through phases, and a phase is over when more than half of all nodes have answered in it. A read has two: it asks a majority, and then it stores what it found at a majority, with the version that it has. A write has one, because the writer knows the newest number itself.',
    'Keep a record for each operation: the request, its phase, the set of nodes heard in this phase, the newest copy. When more than half are in the set: after the query of a get, start the second phase with the newest copy and an empty set; after the second phase, reply. Ignore answers of another phase. The writer stores its new copy on its own disk before it sends it, so that no number is ever given twice. On the timer refuse a get and give a put up.',
  ],
}
