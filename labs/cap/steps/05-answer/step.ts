/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { TRADE_OFF } from '../../trade-off.ts'
import { visible } from './visible.ts'

export const answer: Step = {
  id: '05-answer',
  title: 'The register that answers',
  minutes: 15,
  goal: 'A register that answers at every node, whatever is cut, and makes its copies equal again.',
  isFresh: true,
  kit: 'netsplit/cap-register',
  lesson: 'cp-ap-and-neither',
  visible,
  measures: TRADE_OFF,
  hints: [
    'A node has its own copy and nothing else when it must answer. So all the work lies in what happens to the copy: when a client writes, when news arrive, and after a crash.',
    'Two copies meet: which of them is newer? A clock on the wall will not do. What a node has seen before it writes is older than what it writes, so let each write count on from there; and for two equal counts any fixed rule will do, if it is the same everywhere.',
    'Hold a copy of three parts: a count, the name of the node that wrote it, and the value. A write takes the count that the node holds plus one, is written to disk and synced, and then confirmed. A copy that arrives replaces the own one if its count is higher, or equal with the greater name; otherwise it changes nothing. Send your copy to all others every 100 ms, for as long as the node runs.',
  ],
}
