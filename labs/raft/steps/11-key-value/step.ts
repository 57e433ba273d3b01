/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const keyValue: Step = {
  id: '11-key-value',
  title: 'A key-value store',
  minutes: 10,
  lesson: 'c-is-linearizability',
  goal: 'A store on several nodes that its clients cannot tell from a single one.',
  kit: 'netsplit/raft-service',
  visible,
  hints: [
    'Equal commands in equal order give equal data, on every node. What in your code depends on anything but the entries that were applied before?',
    'Treat a read like a write: it goes into the log, and its answer is what the data says at its place there. Neither the moment when it was asked nor the node that was asked plays any part.',
    'Keep a map from keys to values. When an entry is applied, on every node, carry its command out on that map, and take the answer from there: the value or null for a get, null for put and append, true or false for cas. An append to a key that has no value sets it. The map starts empty after a restart, and fills again as the log is applied again.',
  ],
}
