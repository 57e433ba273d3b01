/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const forgetting: Step = {
  id: '07-forgetting',
  title: 'Forgetting in time',
  minutes: 15,
  goal: 'A text that drops what was removed, as soon as nobody can need it, and not before.',
  kit: 'netsplit/forgetting',
  isFresh: true,
  visible,
  hints: [
    'Who could still send something that names a removed character? Only somebody who had not seen its removal when typing.',
    'That every node has applied the removal is not enough: what a node typed before it did may still be on its way to you. What a node said about itself tells you how much that is.',
    'An operation is stable when, for every node, two things hold of what that node last said: it had applied the operation, and you have applied all operations that it had made by then. Drop a removed character when its removal is stable and no character that you keep was put after it; dropping one may free another. Save the counter too: it must not fall when the newest character is forgotten.',
  ],
}
