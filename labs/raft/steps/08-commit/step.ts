/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const commit: Step = {
  id: '08-commit',
  title: 'The commit rule',
  minutes: 15,
  goal: 'Nodes that know which entries are there to stay, and take no others for it.',
  kit: 'netsplit/raft-log',
  visible,
  hints: [
    'For each way in which a leader may come to believe in a copy, ask whether that copy is still there: who told it, when, in which term, and about which entries?',
    'A majority of copies protects an entry only through votes: nobody without it may win an election any more. Look at what voters compare, and find a node that can win although a majority stores an old entry. For a follower, ask which entries the message has shown to be equal to the leader’s.',
    'Keep a map from follower to the highest index that it has acknowledged to you in this term; set it to 0 for all when you are elected. After each success look for the highest index that a majority holds, yourself included, and whose entry is of your present term; commit up to there. A follower takes over the smaller of `leaderCommit` and `prevLogIndex` plus the number of entries, after it has compared and appended, and never goes back.',
  ],
}
