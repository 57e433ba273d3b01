/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const preVote: Step = {
  id: '04-pre-vote',
  title: 'Pre-vote and check-quorum',
  minutes: 15,
  goal: 'A node that comes back does not unseat a good leader, and a leader that nobody answers gives up.',
  visible,
  hints: [
    'Take the node that was cut off for two seconds. What is its term when it comes back, and what do the others do when they hear it? Then take the leader that can speak but not hear: what do its followers see?',
    'A pre-vote is a question, “would you vote for me in the next term?”, and nothing is stored for it. Who has heard from the leader a moment ago says no. For the other half, let the leader note who has answered it and look at its notes from time to time.',
    'When the election timer runs out, keep term, vote and role; count yourself, restart the timer and ask all others with your present term. Say yes when the term is your own, you do not lead, and you have heard from no leader for the shortest election timeout. Stand once different nodes that make a majority with you said yes for your term plus one. A leader collects the names of those who answer in its term; every 300 milliseconds it counts them and itself, steps down when they are no majority, and starts a new list.',
  ],
}
