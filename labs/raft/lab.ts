/** The Raft lab: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as electionKit from './kits/election.ts'
import * as logKit from './kits/log.ts'
import * as membershipKit from './kits/membership.ts'
import * as readsKit from './kits/reads.ts'
import * as serviceKit from './kits/service.ts'
import * as snapshotsKit from './kits/snapshots.ts'
import { timers } from './steps/01-timers/step.ts'
import { voting } from './steps/02-voting/step.ts'
import { election } from './steps/03-election/step.ts'
import { preVote } from './steps/04-pre-vote/step.ts'
import { append } from './steps/05-append/step.ts'
import { repair } from './steps/06-repair/step.ts'
import { backtracking } from './steps/07-backtracking/step.ts'
import { commit } from './steps/08-commit/step.ts'
import { persistence } from './steps/09-persistence/step.ts'
import { apply } from './steps/10-apply/step.ts'
import { keyValue } from './steps/11-key-value/step.ts'
import { sessions } from './steps/12-sessions/step.ts'
import { snapshots } from './steps/13-snapshots/step.ts'
import { compaction } from './steps/14-compaction/step.ts'
import { membership } from './steps/15-membership/step.ts'
import { transfer } from './steps/16-transfer/step.ts'
import { readIndex } from './steps/17-read-index/step.ts'
import { leases } from './steps/18-leases/step.ts'
import { exam } from './steps/19-exam/step.ts'

export const raft: Lab = {
  id: 'raft',
  version: 7,
  title: 'Raft',
  summary:
    'Build the consensus protocol behind etcd, Consul and many others, step by step, on a network that fails.',
  steps: [
    timers,
    voting,
    election,
    preVote,
    append,
    repair,
    backtracking,
    commit,
    persistence,
    apply,
    keyValue,
    sessions,
    snapshots,
    compaction,
    membership,
    transfer,
    readIndex,
    leases,
    exam,
  ],
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
    { field: 'commitIndex', label: 'committed' },
  ],
  noise: ['AppendEntries', 'AppendEntriesReply'],
  lessons: ['slow-or-dead', 'c-is-linearizability'],
}
