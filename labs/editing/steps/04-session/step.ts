/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const longSession: Step = {
  id: '04-session',
  title: 'A session of thousands of characters',
  minutes: 15,
  goal: 'A text that stays correct and cheap in a long session: a word costs a little more than its letters.',
  kit: 'netsplit/typing',
  isFresh: true,
  visible,
  hints: [
    'Most of what a word costs says the same thing for each of its letters. Which of it can the receiver count out by itself?',
    'Give the letters of one insert ids in a row, and say only the first and where it goes. What is removed is a few such rows, too; but on another copy somebody may have typed into the middle of one.',
    'The operation of an insert holds the id of its first letter, the id of its left neighbour, and the text; the counter goes on from the last letter. Place the first letter as in RGA; the others follow it at once, because they are newer than everything that stands there. The operation of a remove holds rows of ids, each with a node, a first counter and a length; every copy hides the letters with these ids, wherever they stand.',
  ],
}
