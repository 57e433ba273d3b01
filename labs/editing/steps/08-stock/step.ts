/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const stock: Step = {
  id: '08-stock',
  title: 'What must not run out',
  minutes: 20,
  goal: 'Shops that sell from one stock on both sides of a cut, and never more than there is.',
  kit: 'netsplit/stock',
  isFresh: true,
  visible,
  hints: [
    'Each shop decides alone whether it sells. What would it have to know for certain, and what could make that certain without asking at that moment?',
    'A piece must be in one shop’s share at a time, so handing one over is a message that may be lost, repeated or late, and must count exactly once all the same. Numbers that only grow survive all three: not “here is one more”, but “I have given you four in all”.',
    'Each shop keeps a book on disk: how many it sold, and how many it gave to each other shop, all in all. Its share is its first part, and what the others’ books say that they gave to it, without what its own book says. Write the book before you answer or send it. Who is short asks all others, again and again for half a second; who is asked gives what it can spare, unless an earlier gift has not arrived yet, and in any case answers with its book. Of two books of a shop the greater numbers count.',
  ],
}
