/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const interleaving: Step = {
  id: '03-interleaving',
  title: 'Words that stay words',
  minutes: 20,
  goal: 'A text in which words that were typed at the same time are not mixed, in whatever direction they were typed.',
  kit: 'netsplit/text',
  visible,
  hints: [
    'Write down two words of three letters, each typed backwards at the same place. What does your list know about the second letter of each: which neighbour does it name, and is that a letter of its own word?',
    'Let a character hang below either of its neighbours: on the right side of the one before it, or on the left side of the one after it. Then all letters of a word hang below its first one, whichever way it was typed, and what hangs below one character stands together.',
    'Keep a tree whose cells have a list of children on the left and one on the right, each in the order of ids; read it as left children, cell, right children. A new character becomes a right child of the cell on its left if that has no right child yet. Otherwise it becomes a left child of the cell that comes next in the whole order, removed or not. The beginning of the text is the root, which is a cell that nobody sees.',
  ],
}
