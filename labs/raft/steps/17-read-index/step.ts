/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const readIndex: Step = {
  id: '17-read-index',
  title: 'Reads without log entries',
  minutes: 15,
  lesson: 'c-is-linearizability',
  goal: 'Reads that cost one round of messages, add nothing to the log, and are never stale.',
  kit: 'netsplit/raft-reads',
  visible,
  hints: [
    'A leader that answers from its own state is right if, at some moment after the read came, it was still the leader. What could tell it so, and which answers came before that moment?',
    'Number the rounds of AppendEntries and let every answer carry the number. A read remembers the next round and the commit index of the moment; it may be answered when a majority has answered that round or a later one, and enough is applied. Then ask what a leader knows of the commit index right after its election.',
    'On a read: push { request, round: next round, index: commitIndex }, send a round at once. On each answer of this term, refusals too: note the highest round of that follower, then go through the waiting reads. Answer those whose round a majority of the members has reached, whose index is applied, once an entry of your own term is committed. Forget all waiting reads when you stop leading.',
  ],
}
