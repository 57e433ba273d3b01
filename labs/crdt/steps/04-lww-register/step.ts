/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const lastWriterWins: Step = {
  id: '04-lww-register',
  title: 'The last writer wins',
  minutes: 15,
  goal: 'A register in which all replicas choose the same write, and never one that was overwritten by somebody who had seen it.',
  kit: 'netsplit/crdt-registers',
  isFresh: true,
  visible,
  hints: [
    'Two replicas write at the same time, on clocks that happen to agree to the millisecond. Which of the two values does each of them keep, and do they keep the same?',
    'A clock on the wall says when, and is wrong. What is it that a later write needs to be later than? Its writer has it at hand.',
    'A stamp is a count and a name. A write takes the count of the state at hand and adds one, and its own name. Merging keeps the state with the larger count; of equal counts, the one with the larger name. The stamp is a part of the state, so it outlives a crash with it. No clock is read.',
  ],
}
