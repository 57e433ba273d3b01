/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const transfer: Step = {
  id: '16-transfer',
  title: 'Handing leadership over',
  minutes: 10,
  goal: 'A leader that can pass its role to a chosen server without an outage, and changes its mind when that fails.',
  kit: 'netsplit/raft-membership',
  visible,
  hints: [
    'The chosen server has to win an election against everybody else. Write down what could make it lose, and what the leader can do about each beforehand.',
    'A server that lacks one entry gets no vote from those that have it, so it is told to stand only once it holds everything; and it never will while the leader keeps taking commands. A server that has heard from a leader refuses a pre-vote, so the chosen one stands without asking.',
    'The leader remembers its successor, refuses new commands with the successor’s name, sends it what it lacks, and sends TimeoutNow when its matchIndex reaches the end of the log. A timer of one election timeout ends the attempt: the leader forgets the successor and goes on. The successor checks that the TimeoutNow is of its present term, and starts an election at once.',
  ],
}
