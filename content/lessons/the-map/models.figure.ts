/**
 * The map of consistency models for reads and writes. Each model has a history that it allows and
 * a stronger one forbids, and one that it forbids itself. Availability as at jepsen.io/consistency
 * and in Bailis et al., VLDB 2013.
 */
import { read, write } from '../../figures/small-history.ts'
import type { ConsistencyMapFigure } from '../../schema/figure.ts'
import {
  BOTH_MISS,
  history,
  OPPOSITE,
  OWN_MISSED,
  REPLY_ALONE,
  SECOND_ALONE,
  STALE,
  TO_AND_FRO,
  WENT_BACK,
} from './histories.ts'
import { OTHER_PROMISES } from './other-promises.ts'

export const figure: ConsistencyMapFigure = {
  kind: 'consistency-map',
  models: [
    {
      id: 'linearizable',
      availability: 'unavailable',
      plain:
        'As if there were one copy, on the clock of the wall: what has ended is seen by whatever starts later.',
      allowed: history(
        'lin-allowed',
        'Either value while the write runs',
        { linearizable: 'pass' },
        'The write may take effect between the two reads.',
        [write('c1', 'x', 1, [0, 8]), read('c2', 'x', 0, [1, 3]), read('c3', 'x', 1, [4, 6])],
      ),
      forbidden: history(
        'lin-forbidden',
        'Old after the write has ended',
        { linearizable: 'fail', sequential: 'pass' },
        'The read started after the write had ended and returned the value before it.',
        STALE,
      ),
      lesson: 'linearizability-in-depth',
    },
    {
      id: 'sequential',
      availability: 'unavailable',
      plain:
        'One order that all agree on, which keeps each client’s own order and may lag behind the clock.',
      allowed: history(
        'seq-allowed',
        'Old after the write has ended',
        { sequential: 'pass', linearizable: 'fail' },
        'In the one order the read stands before the write.',
        STALE,
      ),
      forbidden: history(
        'seq-forbidden',
        'Both write, and both miss the other',
        { sequential: 'fail', 'causal-memory': 'pass' },
        'Whichever write is first in the order, the other client should have seen it.',
        BOTH_MISS,
      ),
      lesson: 'sequential-consistency',
    },
    {
      id: 'causal-memory',
      availability: 'sticky',
      plain:
        'Causes before effects for everybody; what is not cause and effect may be seen in different orders.',
      allowed: history(
        'cm-allowed',
        'Two writes in opposite orders',
        { 'causal-memory': 'pass', 'causal-convergence': 'fail' },
        'Neither write knew of the other, so each reader may order them as it likes.',
        OPPOSITE,
      ),
      forbidden: history(
        'cm-forbidden',
        'A reply without what it replies to',
        { 'causal-memory': 'fail', pram: 'pass' },
        'c2 had read x before it wrote y, so y depends on x; c3 saw y without x.',
        REPLY_ALONE,
      ),
      lesson: 'causal-consistency',
    },
    {
      id: 'causal-convergence',
      availability: 'sticky',
      plain:
        'Causes before effects, and one order of writes in which all replicas settle what is concurrent.',
      allowed: history(
        'ccv-allowed',
        'Both write, and both miss the other',
        { 'causal-convergence': 'pass', sequential: 'fail' },
        'Neither had heard of the other’s write. Once they have, they agree.',
        BOTH_MISS,
      ),
      forbidden: history(
        'ccv-forbidden',
        'Two writes in opposite orders',
        { 'causal-convergence': 'fail', 'causal-memory': 'pass' },
        'No single order of the two writes explains both readers.',
        OPPOSITE,
      ),
      lesson: 'causal-consistency',
    },
    {
      id: 'weak-causal',
      availability: 'sticky',
      plain:
        'Nobody reads what its own causes had overwritten; the order of concurrent writes may change from read to read.',
      allowed: history(
        'cc-allowed',
        'To and fro between concurrent writes',
        { 'weak-causal': 'pass', 'causal-memory': 'fail', 'causal-convergence': 'fail' },
        'No order of the two writes has been settled, so reading 1, 2 and 1 again overwrites no cause.',
        TO_AND_FRO,
      ),
      forbidden: history(
        'cc-forbidden',
        'A reply without what it replies to',
        { 'weak-causal': 'fail', pram: 'pass' },
        'The initial value of x had been overwritten in the causes of c3’s own reads.',
        REPLY_ALONE,
      ),
      lesson: 'causal-consistency',
    },
    {
      id: 'pram',
      availability: 'sticky',
      plain: 'Each writer’s writes are seen in that writer’s order, and one’s own at once.',
      allowed: history(
        'pram-allowed',
        'A reply without what it replies to',
        { pram: 'pass', 'causal-memory': 'fail' },
        'The two writes are by different clients, and PRAM keeps no order between clients.',
        REPLY_ALONE,
      ),
      forbidden: history(
        'pram-forbidden',
        'The second write without the first',
        { pram: 'fail', 'read-your-writes': 'pass' },
        'c1 wrote x before y; c2 saw y and not x.',
        SECOND_ALONE,
      ),
      lesson: 'session-guarantees',
    },
    {
      id: 'consistent-prefix',
      availability: 'sticky',
      plain:
        'What one sees is what the first so many writes left behind: perhaps old, never with a hole.',
      allowed: history(
        'prefix-allowed',
        'One’s own write is not there yet',
        { 'consistent-prefix': 'pass', 'read-your-writes': 'fail' },
        'The empty beginning is a first part of the writes too.',
        OWN_MISSED,
      ),
      forbidden: history(
        'prefix-forbidden',
        'The second write without the first',
        { 'consistent-prefix': 'fail', 'read-your-writes': 'pass' },
        'No first part of the writes holds y and lacks x.',
        SECOND_ALONE,
      ),
      lesson: 'bounded-staleness',
    },
    {
      id: 'writes-follow-reads',
      availability: 'total',
      plain: 'Whoever sees a reply also sees what it replies to.',
      allowed: history(
        'wfr-allowed',
        'One’s own write is not there yet',
        { 'writes-follow-reads': 'pass', 'read-your-writes': 'fail' },
        'Nobody wrote after reading, so there is nothing to follow.',
        OWN_MISSED,
      ),
      forbidden: history(
        'wfr-forbidden',
        'A reply without what it replies to',
        { 'writes-follow-reads': 'fail', pram: 'pass' },
        'c2 wrote y after reading x; c3 saw y and not x.',
        REPLY_ALONE,
      ),
      lesson: 'session-guarantees',
    },
    {
      id: 'monotonic-writes',
      availability: 'total',
      plain: 'A session’s writes are seen in the order in which it made them.',
      allowed: history(
        'mw-allowed',
        'A reader goes back',
        { 'monotonic-writes': 'pass', 'monotonic-reads': 'fail' },
        'There is one write, so its order with others cannot be broken.',
        WENT_BACK,
      ),
      forbidden: history(
        'mw-forbidden',
        'The second write without the first',
        { 'monotonic-writes': 'fail', 'monotonic-reads': 'pass' },
        'c1’s first write is missing where its second can be seen.',
        SECOND_ALONE,
      ),
      lesson: 'session-guarantees',
    },
    {
      id: 'monotonic-reads',
      availability: 'total',
      plain: 'A session never goes back to something older than it has seen.',
      allowed: history(
        'mr-allowed',
        'One’s own write is not there yet',
        { 'monotonic-reads': 'pass', 'read-your-writes': 'fail' },
        'The session has read nothing newer before.',
        OWN_MISSED,
      ),
      forbidden: history(
        'mr-forbidden',
        'A reader goes back',
        { 'monotonic-reads': 'fail', 'read-your-writes': 'pass' },
        'c2 had read 1 and then read 0.',
        WENT_BACK,
      ),
      lesson: 'session-guarantees',
    },
    {
      id: 'read-your-writes',
      availability: 'sticky',
      plain: 'A session sees what it has written.',
      allowed: history(
        'ryw-allowed',
        'A reader goes back',
        { 'read-your-writes': 'pass', 'monotonic-reads': 'fail' },
        'c2 has written nothing.',
        WENT_BACK,
      ),
      forbidden: history(
        'ryw-forbidden',
        'One’s own write is not there yet',
        { 'read-your-writes': 'fail', 'monotonic-reads': 'pass' },
        'c1 wrote 1 and read 0.',
        OWN_MISSED,
      ),
      lesson: 'session-guarantees',
    },
    ...OTHER_PROMISES,
  ],
  summary:
    'Linearizability implies sequential consistency, which implies causal memory and causal ' +
    'convergence; neither of these two implies the other. Both imply weak causal consistency, and ' +
    'causal memory implies PRAM. Linearizability also implies consistent prefix. At the bottom stand ' +
    'the four session guarantees, none of which implies another. Linearizability and sequential ' +
    'consistency cannot stay available through a cut. Causal models, PRAM and read your writes can, ' +
    'for clients that keep to their replica; the other session guarantees can for everybody. Eventual ' +
    'convergence stands by itself: no model here implies it, and it implies none.',
}
