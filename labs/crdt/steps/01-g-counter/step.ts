/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const growingCounter: Step = {
  id: '01-g-counter',
  title: 'A counter that only grows',
  minutes: 15,
  goal: 'A counter on several replicas that counts every increment once, on every side of every cut.',
  kit: 'netsplit/crdt-counters',
  isFresh: true,
  visible,
  hints: [
    'Two replicas show 5 and 3. Can you tell from these two numbers alone whether the whole is 5, 8 or something between? What would you have to know beside them?',
    'Nobody else ever changes what a replica has counted itself. So of two reports about the same replica, which one is the newer? And for what must a replica come back after a crash, before it counts on?',
    'The state is one count for each replica. An increment raises the count under the own name, merging takes the larger count of each name, and the value is the sum. Write the state to disk and sync before the answer, read it in onStart; set the timer in onStart and again each time it fires, and send the whole state to all others.',
  ],
}
