/** The two models of the map that promise something with a number in it, or something about the end. */
import { read, write } from '../../figures/small-history.ts'
import type { MapModel } from '../../schema/figure.ts'
import { history, OPPOSITE, WENT_BACK } from './histories.ts'

const TWO_WRITES = [write('c1', 'x', 1, [0, 2]), write('c1', 'x', 2, [3, 5])]
const ONE_VERSION = { versionsMax: 1 }
const QUIET_MS = 10

export const OTHER_PROMISES: readonly MapModel[] = [
  {
    id: 'bounded-staleness',
    availability: 'unavailable',
    plain: 'A read is behind by no more than was agreed: here, by one version.',
    allowed: {
      ...history(
        'bound-allowed',
        'One version behind',
        { 'bounded-staleness': 'pass', linearizable: 'fail' },
        'c2 misses the second write, and one version is what the bound allows.',
        [...TWO_WRITES, read('c2', 'x', 1, [6, 8])],
      ),
      staleness: ONE_VERSION,
    },
    forbidden: {
      ...history(
        'bound-forbidden',
        'Two versions behind',
        { 'bounded-staleness': 'fail', sequential: 'pass' },
        'c2 misses both writes. Sequential consistency has no bound and does not mind.',
        [...TWO_WRITES, read('c2', 'x', 0, [6, 8])],
      ),
      staleness: ONE_VERSION,
    },
    lesson: 'bounded-staleness',
  },
  {
    id: 'eventual',
    availability: 'total',
    plain:
      'Once nobody writes any more, all come to read the same. Until then anything may be read.',
    allowed: {
      ...history(
        'eventual-allowed',
        'To and fro, and then agreed',
        { eventual: 'pass', 'monotonic-reads': 'fail' },
        'c2 went back in time on the way. In the end c2 and c3 read the same.',
        [...WENT_BACK, read('c2', 'x', 1, [20, 22]), read('c3', 'x', 1, [21, 23])],
      ),
      quietMs: QUIET_MS,
    },
    forbidden: {
      ...history(
        'eventual-forbidden',
        'Never agreed',
        { eventual: 'fail', 'causal-memory': 'pass' },
        'Long after the last write c3 and c4 still differ. Causal memory allows that for ever.',
        [...OPPOSITE.slice(0, 2), read('c3', 'x', 1, [20, 22]), read('c4', 'x', 2, [21, 23])],
      ),
      quietMs: QUIET_MS,
    },
    lesson: 'eventual-consistency',
  },
]
