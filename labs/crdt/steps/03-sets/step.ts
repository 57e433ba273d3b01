/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const twoPhaseSet: Step = {
  id: '03-sets',
  title: 'Sets, and what is gone for good',
  minutes: 10,
  goal: 'A set that every replica may add to and remove from, in which no removed element comes back.',
  kit: 'netsplit/crdt-sets',
  isFresh: true,
  visible,
  hints: [
    'An element is on one replica and not on the other. Was it added here, or removed there? What would the other have to keep so that you can tell?',
    'A set that only grows merges by union. You need two of them: one for what was added. What is the other one for, and can it ever shrink?',
    'Keep the elements that were ever added, and those that were ever removed (tombstones). Adding goes into the first list; removing an element that is shown goes into the second; merging is the union of each. What a reader sees is the first without the second. Keep the lists in order and each element once.',
  ],
}
