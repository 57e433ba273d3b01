/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const leases: Step = {
  id: '18-leases',
  title: 'Lease reads, and clocks that drift',
  minutes: 15,
  lesson: 'c-is-linearizability',
  goal: 'Reads that a leader answers alone, and that stay right as long as clocks keep their promise.',
  kit: 'netsplit/raft-reads',
  visible,
  hints: [
    'A lease is a promise of others: for so long we elect nobody. Who makes it, when does it begin for them, and when may the leader first count on it?',
    'A follower that hears from a leader gives no vote for the shortest election timeout of its own clock, whatever term the candidate has, also after a restart; a candidate that was told to stand is the exception. The leader counts from when it sent the round that a majority has answered, and takes off what two clocks may drift apart.',
    'With a drift of at most r, a follower waits at least T / (1 + r) of true time, and the leader’s clock counts L in at most L / (1 − r): so L = T · (1 − r) / (1 + r). Keep the time at which each round was sent; when a majority has answered a round, the lease lasts until that time plus L. Drop it when you stop leading, begin a new term, or hand leadership over: from then on, for the whole term. Without a lease, read as in the step before.',
  ],
}
