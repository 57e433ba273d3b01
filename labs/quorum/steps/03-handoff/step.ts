/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const handoff: Step = {
  id: '03-handoff',
  title: 'Hinted handoff',
  minutes: 15,
  goal: 'Acknowledged writes that reach every replica, even if nobody ever reads them.',
  kit: 'netsplit/quorum-hints',
  visible,
  hints: [
    'When the client of a put is answered, some replicas have confirmed and some have not. Who is the only one to know which, and what happens to that knowledge in a crash?',
    'Before the coordinator answers, it notes on its disk for each replica that has not confirmed: this node, this key, this copy. From then on it offers the copy now and then, until the replica says that it has it.',
    'With the W-th confirmation, make a hint for each replica that was not heard; write, sync, then reply. A timer of its own sends every hint that is left and starts itself again while there are any; it is started on a restart as well. Delete a hint, on disk too, when its replica has confirmed this version or a newer one, whether by the put’s late confirmation or by accepting the handoff.',
  ],
}
