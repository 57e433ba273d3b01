/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const election: Step = {
  id: '03-election',
  title: 'Leader election',
  minutes: 20,
  goal: 'A cluster that elects one leader per term and replaces it when the network takes it away.',
  visible,
  hints: [
    'Write down, for each of the four messages, what a node does when the term in it is newer, equal or older than its own. Most bugs in this step are a missing cell of that table.',
    'Give “a newer term” one place: a function that every handler calls first, and that takes over the term, forgets the vote and steps down. Then ask of each vote: is it for my present term, and did this node already count?',
    'A candidate raises its term, votes for itself, stores both, syncs, and only then asks. A voter stores its vote and syncs before it answers. A leader is made by counting different voters of the present term, and it sends heartbeats far more often than anybody’s election timer runs out; every timer starts with a fresh random length.',
  ],
}
