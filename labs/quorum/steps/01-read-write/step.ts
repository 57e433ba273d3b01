/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const readWrite: Step = {
  id: '01-read-write',
  title: 'N, R and W',
  minutes: 20,
  goal: 'A replicated store whose reads see what was written, as long as R + W > N.',
  visible,
  hints: [
    'The answer to a client depends on several messages that come at different times. What must a coordinator remember between its request and the last answer that it needs, and under which name does it find that again?',
    'Keep one record for each request under way: the request, the set of replicas that have answered, and the newest copy heard of. An answer that belongs to no record is late and changes nothing. A set does not count anybody twice.',
    'On a request: make one version, open a record, send to all N replicas (a node may send to itself) and set a timer named after the request. As a replica: keep the copy if it is newer, write and sync, then confirm. On an answer: find the record, add the sender, take the newer copy; when R or W replicas have answered, close the record and reply. On the timer: close it, refuse a get, give a put up.',
  ],
}
