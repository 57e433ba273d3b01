/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { TRADE_OFF } from '../../trade-off.ts'
import { visible } from './visible.ts'

export const refuse: Step = {
  id: '04-refuse',
  title: 'The register that refuses',
  minutes: 20,
  goal: 'A register on several nodes that its clients cannot tell from one, and that refuses where it cannot keep that up.',
  isFresh: true,
  kit: 'netsplit/cap-register',
  lesson: 'cp-ap-and-neither',
  visible,
  measures: TRADE_OFF,
  hints: [
    'Any two majorities share a node. So whoever has heard a majority has heard somebody who took part in the last write that was confirmed. What must a reader make sure of before it lets anybody rely on what it heard?',
    'Both kinds of request have the same two rounds: ask a majority for version and value; then have a majority store. A read stores the newest that it was told, a write stores its own value under a higher version. Refuse only while nothing has been sent to be stored.',
    'Keep for each request its phase, the set of nodes that have answered in it (yourself included), and the newest version with its value. When the set is a majority of all nodes, go on to the next phase with a fresh set, or reply. Resend to the silent ones by a timer. A second timer ends a request that is still asking, and a read in either phase, with a refusal. A version is a count, one higher than the highest that a majority told, and something that no other write has, such as the id of the request. A node stores only what is newer than its own, writes and syncs it, and only then says so.',
  ],
}
