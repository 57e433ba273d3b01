/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const exam: Step = {
  id: '19-exam',
  title: 'The exam',
  minutes: 20,
  goal: 'One server that does all of it, through a thousand runs that you have not seen, and does not waste messages.',
  kit: 'netsplit/raft-reads',
  solutionOf: '18-leases',
  visible,
  hints: [
    'There is nothing new to build. Read the claim that broke, then the instructions of the step that it comes from.',
    'A claim that holds in its own step and breaks here breaks where two features meet: a snapshot and a change of members, a retry and a new leader, a lease and a transfer. Look at which two are in the run.',
    'Shrink the run until nothing can be taken away. Go back from the event that broke the claim, and ask of each node whether it still knew what it had promised: its term, its vote, its log, its snapshot, its members, its lease.',
  ],
}
