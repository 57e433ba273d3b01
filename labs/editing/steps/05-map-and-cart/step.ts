/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const mapAndCart: Step = {
  id: '05-map-and-cart',
  title: 'A map of values: the shared cart',
  minutes: 15,
  goal: 'A cart on several devices in which nothing added is lost and nothing removed comes back.',
  kit: 'netsplit/cart',
  isFresh: true,
  visible,
  hints: [
    'When two devices were apart, no version of the cart as a whole is right. What is the smallest thing of which one version can replace another?',
    'Keep what each command put into the cart apart from what other commands put there, under a name of its own. Then a remove can say exactly what it takes away, and a note which notes it replaces.',
    'Keep a map from the id of a command to what it put there: an item with a count, or an item with a note. An add replaces nothing; a note replaces the notes on its item that its author had, a remove everything about the item that its author had. Send these ids along, delete them on every node, and compute the cart from what is left: counts add up, and of several notes take one by a rule that looks at nothing but the notes.',
  ],
}
