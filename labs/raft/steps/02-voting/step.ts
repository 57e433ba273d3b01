/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const voting: Step = {
  id: '02-voting',
  title: 'Voting',
  minutes: 15,
  goal: 'Nodes that vote once a term, remember it through a crash, and lead when a majority voted for them.',
  visible,
  hints: [
    'Write down what a voter does when the term in a request is older, equal or newer than its own, and for “equal” whether it has voted, and for whom. Four of the five cases have one right answer; find them before you write code.',
    'A vote is a promise: whom you voted for must be on disk before the answer leaves, together with the term it was given in. And a majority is made of voters, so count names, not messages.',
    'A candidate votes for itself and stores that with the new term before it asks. A voter of the same term that has not voted, or has voted for this very candidate, stores its vote, syncs, restarts its timer and grants; else it refuses. Taking over a newer term forgets the vote. A candidate adds the name of each voter of its present term to a set and leads once the set is a majority of all nodes.',
  ],
}
