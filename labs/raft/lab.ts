/** The Raft lab: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as electionKit from './kits/election.ts'
import * as logKit from './kits/log.ts'
import * as membershipKit from './kits/membership.ts'
import * as readsKit from './kits/reads.ts'
import * as serviceKit from './kits/service.ts'
import * as snapshotsKit from './kits/snapshots.ts'
import { election } from './steps/03-election/step.ts'

export const raft: Lab = {
  id: 'raft',
  version: 2,
  title: 'Raft',
  summary:
    'Build the consensus protocol behind etcd, Consul and many others, step by step, on a network that fails.',
  steps: [election],
  modules: {
    netsplit: kit,
    'netsplit/raft': electionKit,
    'netsplit/raft-log': logKit,
    'netsplit/raft-service': serviceKit,
    'netsplit/raft-snapshots': snapshotsKit,
    'netsplit/raft-membership': membershipKit,
    'netsplit/raft-reads': readsKit,
  },
  ribbons: [
    { field: 'role', label: 'role' },
    { field: 'currentTerm', label: 'term' },
  ],
  noise: ['AppendEntries', 'AppendEntriesReply'],
  lessons: ['the-three-of-cap-precisely'],
}
