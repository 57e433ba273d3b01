/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const outcomes: Step = {
  id: '02-outcomes',
  title: 'ok, fail, or nobody knows',
  minutes: 10,
  goal: 'A driver that tells its clients what it knows, and nothing that it does not.',
  isFresh: true,
  kit: 'netsplit/cap-driver',
  lesson: 'reading-a-history',
  visible,
  hints: [
    'For each thing that can come back, and for nothing coming back, ask: could the store have carried the command out all the same, or could it yet? Only where the answer is no may you say that it failed.',
    'There are two ways to end a call, and a third: to leave it. And there are commands that do no harm when they are carried out twice, and others.',
    'Pass on Done as the result. Pass on Refused as a refusal, if it was the only attempt. Leave an add after an error or silence, but go on listening: its Done may still come. Ask for a read again every 60 ms, with a new attempt, until one of its attempts is done.',
  ],
}
