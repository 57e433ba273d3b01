/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const feed: Step = {
  id: '08-anti-entropy',
  title: 'Send only what is missing',
  minutes: 20,
  goal: 'Replicas that compare what they have, and send each other nothing else.',
  kit: 'netsplit/crdt-anti-entropy',
  isFresh: true,
  visible,
  hints: [
    'Two replicas hold a thousand posts each and differ in one. How can a message of a few dozen characters say what its sender has?',
    'Numbers can be skipped: number 7 may be here while number 6 was lost. What may a replica claim to have, so that nobody concludes that it has number 6? And what if the other lacks more than fits into one message?',
    'The summary counts the posts of each replica from the first one up to the first gap. On a summary, look up for each replica the posts with larger numbers, from the smallest on, take a handful at most, and send them as a Delta; send nothing when there are none. The next summary asks for the rest. A new post gets the next number of its own replica, from the posts that are kept.',
  ],
}
