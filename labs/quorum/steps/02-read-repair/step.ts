/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const readRepair: Step = {
  id: '02-read-repair',
  title: 'Read repair',
  minutes: 10,
  goal: 'Reads that bring the replicas up to date that they find behind.',
  visible,
  hints: [
    'When the client has its answer, the read is over for the client only. Which messages that belong to it are still on their way, and what could they tell?',
    'Remember what each replica answered, not only that it did. The record may stay open after the reply, until all N have answered or the time is up; and whoever turns out to have something older than the newest copy heard gets that copy.',
    'Keep a map from replica to its copy, and a mark that the client was answered. With every answer from the R-th on, go through the map: to each replica whose copy is older or missing send a Store with the newest copy, exactly as it is, and note in the map that it has it now. Delete the record when all N have answered, or on the timer; the timer answers the client only if nobody has.',
  ],
}
