/** What a learner may know of the step. */
import type { Step } from '../../../kit/lab.ts'
import { visible } from './visible.ts'

export const sessions: Step = {
  id: '12-sessions',
  title: 'Client sessions',
  minutes: 15,
  lesson: 'c-is-linearizability',
  goal: 'A client may ask again as often as it likes, and what it asked for happens once.',
  kit: 'netsplit/raft-service',
  visible,
  hints: [
    'The same request can be in the log twice: which node could have prevented that, and what did it not know? Then look for the place that every copy must pass, on every node.',
    'Recognise a repeated request when its entry is applied. What you remember for that is part of the state machine, like the data: it comes from the log alone, and it comes back with the log.',
    'For each client remember the id of the newest request that was carried out, and its answer. When an entry is applied whose id is not newer, change nothing and give the answer that you remember. A leader that is asked for the request it remembers answers at once; anything else it logs, twice if need be.',
  ],
}
