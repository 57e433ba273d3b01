/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const withoutTombstones: Step = {
  id: '07-or-set-without-tombstones',
  title: 'Without tombstones',
  minutes: 20,
  goal: 'The same set, in a state that is no larger than what it shows.',
  kit: 'netsplit/crdt-sets',
  isFresh: true,
  visible,
  hints: [
    'Here is an element that the other state does not have. There are two reasons for that. Which fact about the other state tells them apart?',
    'If a replica’s additions are numbered, and you have heard of its first seven, one number says so. What follows for an addition with number five that the other state shows and you do not?',
    'Keep a clock (how many additions of each replica are known) and, for each element, the additions that keep it, as replica and number. Adding raises the own count and puts that one addition in place of those at hand. Removing drops the element and leaves the clock. Merging keeps an addition that both have, and one that the other’s clock (as it was before the merge) has not reached; then the clocks are joined. Elements without additions go.',
  ],
}
