/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const counter: Step = {
  id: '02-pn-counter',
  title: 'A counter that also shrinks',
  minutes: 10,
  goal: 'A counter that goes up and down on every replica, and loses neither kind of update.',
  kit: 'netsplit/crdt-counters',
  isFresh: true,
  visible,
  hints: [
    'Merging keeps the larger of two counts. What does it do to a count that became smaller?',
    'You can build this type out of two of the last one. Which two numbers of a replica only ever grow?',
    'The state holds two maps of counts: what each replica has added, and what it has taken away. An increment raises the own count of the first, a decrement that of the second; merging takes the larger of each, in each map by itself; the value is the sum of the first less the sum of the second.',
  ],
}
