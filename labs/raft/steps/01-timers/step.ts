/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const timers: Step = {
  id: '01-timers',
  title: 'Timers and terms',
  minutes: 10,
  goal: 'Nodes that lose patience after a random wait, stand for election in a new term, and yield to newer terms.',
  visible,
  hints: [
    'Follow one node alone in the dark: it starts, hears nothing, stands for election, and still hears nothing. Which handler runs next, and who asked for it?',
    'A term changes in two ways only: a node raises it by one because its own timer ran out, or takes it over from a message because it is newer. Each time the new term must be on disk, and safe there, before any message leaves.',
    'At the start, read the term back and set a timer of random length. When the timer runs out: become a candidate, raise the term, write and sync it, set the timer anew with a fresh random length, and only then ask everybody. When a message brings a newer term: become a follower, take the term over, write and sync it.',
  ],
}
