/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const fastClock: Step = {
  id: '07-fast-clock',
  title: 'A clock that is ahead',
  minutes: 6,
  goal: 'A run in which a write that every replica confirmed is lost, because a clock is ahead.',
  kit: 'netsplit/quorum-network',
  isFresh: true,
  visible,
  hints: [
    'A version is the time on the coordinator’s clock. Which of two puts is the newer one for a replica, and which for the clients?',
    'You want the second put to have the smaller time. One node’s clock shows more than all others do.',
    'Find the node for which `clockAheadMs` is above zero. It coordinates operation 1; operations 2 and 3 go to any other node. Then every replica confirms the second put, and keeps the first.',
  ],
}
