/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const operations: Step = {
  id: '01-operations',
  title: 'Operations, once and in order',
  minutes: 20,
  goal: 'A shared list whose operations reach every node once, and never before what they depend on.',
  kit: 'netsplit/operations',
  isFresh: true,
  visible,
  hints: [
    'Three things go wrong, and each has its own cure: an operation comes twice, it comes too early, or it does not come at all. Which of them does your code notice?',
    'Number the operations of each node. A node that knows how many operations of each node it has applied can say with these few numbers what it has, what it lacks, and whether an operation is new to it. An operation can carry the same numbers to say what it depends on.',
    'Keep a count of applied operations for each node, and a list of all that you applied. Send with an operation its node, its number there, and the counts that its node had before it. Apply it when it is the next of its node and all its counts are reached; otherwise keep it, and look through what you keep again after each one that you apply. From time to time tell the others your counts; who hears them sends what is missing there, whoever it first came from.',
  ],
}
