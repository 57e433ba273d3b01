/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const failedWrite: Step = {
  id: '06-failed-write',
  title: 'Play the network: the write that failed',
  minutes: 8,
  goal: 'A run in which a write that was given up is seen by one read and not by the next.',
  kit: 'netsplit/quorum-network',
  isFresh: true,
  visible,
  hints: [
    'The coordinator gave the put up because too few replicas confirmed. What do those have that did confirm, and who tells them to forget it?',
    'Lose enough letters of the second put that it cannot have W confirmations, and let at least one replica keep the value. From then on it depends on the R answers that a read hears.',
    'Choose a replica from `replicas`. Operation 2: its Store arrives, the other Stores are lost. Operation 3: its Fetch is faster than the others, so that it is among the first R. Operation 4: its Fetch is lost, and N − 1 replicas are enough for R answers.',
  ],
}
