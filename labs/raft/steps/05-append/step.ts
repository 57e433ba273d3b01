/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const append: Step = {
  id: '05-append',
  title: 'Appending entries',
  minutes: 15,
  goal: 'A leader that takes commands into its log and brings them to every follower, once and in order.',
  kit: 'netsplit/raft-log',
  visible,
  hints: [
    'Take two messages of the leader, one with entry 1 and one with entries 1 and 2, and let them arrive in every order, twice, or not at all. What must the follower’s log be after each of them, and what does the leader know each time?',
    'The place of an entry is settled by the message, not by the end of the follower’s log: the first one belongs right behind `prevLogIndex`. And the leader may believe only what a follower has told it; until then it sends the same entries again with each heartbeat.',
    'Keep a map from follower to the index of the entry that comes next for it, one behind your own last entry when you are elected. Send a slice of the log from there, and the index before it as `prevLogIndex`. A follower whose log does not reach that index refuses; else it skips as many of the entries as it already has behind that index and appends the rest, and answers with `prevLogIndex` plus the number of entries in the message. On success the leader moves the follower’s next index to one behind that number, but never back.',
  ],
}
