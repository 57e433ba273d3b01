/** The Raft lab: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as raftKit from './raft-node.ts'
import { election } from './steps/03-election/step.ts'

export const raft: Lab = {
  id: 'raft',
  version: 2,
  title: 'Raft',
  summary:
    'Build the consensus protocol behind etcd, Consul and many others, step by step, on a network that fails.',
  steps: [election],
  modules: { netsplit: kit, 'netsplit/raft': raftKit },
  ribbons: [
    { field: 'role', label: 'role' },
    { field: 'currentTerm', label: 'term' },
  ],
  noise: ['AppendEntries', 'AppendEntriesReply'],
  lessons: ['the-three-of-cap-precisely'],
}
