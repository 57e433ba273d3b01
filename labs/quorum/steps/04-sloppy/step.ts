/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const sloppy: Step = {
  id: '04-sloppy',
  title: 'Sloppy quorums',
  minutes: 15,
  goal: 'A store that takes writes wherever enough nodes can be reached, replicas or not.',
  kit: 'netsplit/quorum-hints',
  visible,
  hints: [
    'A replica is silent. The list of nodes goes on behind it: what would the next node have to keep so that the replica gets the write after all?',
    'After a short while ask, for each replica that is silent, the next node of `preferenceList(key)` that was not asked yet to keep a hint for it. It confirms when the hint is on its disk, and counts like a replica. A read asks the same nodes, and they answer from their hints too.',
    'A second timer for each request, of 50 milliseconds: for each silent replica send a StoreFor (or a Fetch) to the next node of the list, note for whom it stands in, and start the timer again. When W different nodes have confirmed, make hints of your own for those replicas for which neither they nor a substitute has confirmed; then reply. Repairs go to replicas only.',
  ],
}
