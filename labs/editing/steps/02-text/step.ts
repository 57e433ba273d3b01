/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const text: Step = {
  id: '02-text',
  title: 'A text that several write',
  minutes: 20,
  goal: 'A text in which people insert and remove at the same time, and that ends up equal everywhere.',
  kit: 'netsplit/text',
  isFresh: true,
  visible,
  hints: [
    'An index says where something is in one copy at one moment. What stays true of a character while others are inserted and removed around it?',
    'Give each character an id of its own, and say where a new one goes by the id of its neighbour. Keep removed characters in the list, where nobody sees them, because others may name them as neighbours.',
    'An id is a counter and the name of the node; the counter is one more than the greatest that this node has seen in any operation, its own before a restart included. To place a new character, find the one it comes after, and go right from there past all characters with a greater id, by counter first and name second. There it goes. The text is what of the list is not removed.',
  ],
}
