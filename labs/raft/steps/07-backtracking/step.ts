/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const backtracking: Step = {
  id: '07-backtracking',
  title: 'Fast backtracking',
  minutes: 10,
  goal: 'A leader that finds in a few rounds where a follower’s log begins to differ, however long the logs are.',
  kit: 'netsplit/raft-log',
  visible,
  hints: [
    'Sixty entries of one leader that nobody else knows: how much do you learn about the other fifty-nine when you hear that the last one is wrong?',
    'Let a refusal carry what the follower has in that place: the term of its entry and where that term begins in its log, or, when its log is too short, where it ends. The leader can then pass over a whole term, or a whole gap, at once.',
    'A follower whose log is too short answers with no `conflictTerm` and the index after its last entry. Else it answers with the term of its entry at `prevLogIndex` and the first index of that term. The leader looks for its own last entry of that term, not behind `prevLogIndex`: if it has one it goes on right behind it, else at `conflictIndex`. As before, it heeds only refusals of its last question.',
  ],
}
