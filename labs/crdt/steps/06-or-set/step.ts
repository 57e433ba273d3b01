/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const observedRemove: Step = {
  id: '06-or-set',
  title: 'Add wins: a tag for each addition',
  minutes: 15,
  goal: 'A set whose elements can come back, and in which a removal takes away only what it has seen.',
  kit: 'netsplit/crdt-sets',
  isFresh: true,
  visible,
  hints: [
    'In the two-phase set a tombstone stands for an element, and so it hits every addition of it, past and future. What should a tombstone stand for instead?',
    'Give every single addition a name that no other addition will ever have: not on another replica, and not on this one after a crash. What does a removal then have to write down?',
    'Keep a map from tags to elements, which only grows, and a list of tags that are gone. Adding makes a new tag from the own name and a number: one more than the own tags in the state. Removing puts all tags of that element which are at hand into the list. Merging unites both. An element is shown while one of its tags is not gone.',
  ],
}
