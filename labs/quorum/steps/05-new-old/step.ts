/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const newOld: Step = {
  id: '05-new-old',
  title: 'Play the network: new, then old',
  minutes: 10,
  goal: 'A run in which one read sees a write and the next one does not, although R + W > N.',
  kit: 'netsplit/quorum-network',
  isFresh: true,
  visible,
  hints: [
    'R + W > N speaks of writes that are done. While a write is under way, how many replicas may know it, and what may a read hear then?',
    'Let the second put reach one replica at once and all others late, so that it is still under way during both reads. The first read has to hear that replica, and the second one has to get its R answers without it.',
    'Choose a replica from `replicas`, the same on every node. Operation 2: its Store is fast, the other Stores take 900 ms. Operation 3: its Fetch is fast and the others a little slower, so that it is among the first R. Operation 4: its Fetch takes 900 ms and the others are fast. Everything else takes a millisecond.',
  ],
}
