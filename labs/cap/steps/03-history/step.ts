/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const history: Step = {
  id: '03-history',
  title: 'Judge a history',
  minutes: 15,
  goal: 'A judge that says of a small history whether one register can have given these answers.',
  isFresh: true,
  kit: 'netsplit/cap-judge',
  lesson: 'reading-a-history',
  visible,
  hints: [
    'Which operations may have been the very first? And once you have picked one of them, what is different for the rest?',
    'Build the order one operation at a time, and go back when you are stuck. Two things forbid that an operation comes next: another one that was over before it began, and a read whose value the register does not hold.',
    'Drop what failed, and reads that ended info. Write a function of what is left and the value held: true when only info writes are left; else true if some operation that may come next leads to true for the rest. It may come next if no other one that is left returned before it was called, and, for a read, if its value is the one held.',
  ],
}
