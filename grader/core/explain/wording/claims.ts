/** Finds the wording of a claim by its id. */
import { agreement } from './agreement.ts'
import { apart } from './apart.ts'
import { broadcast } from './broadcast.ts'
import { clients } from './clients.ts'
import { convergence } from './convergence.ts'
import { cuts } from './cuts.ts'
import { locks } from './locks.ts'
import { quorums } from './quorums.ts'
import { raftCandidacy } from './raft-candidacy.ts'
import { raftElections } from './raft-elections.ts'
import { raftLogs } from './raft-logs.ts'
import { raftMembers } from './raft-members.ts'
import { raftReplication } from './raft-replication.ts'
import { replicas } from './replicas.ts'
import type { Wording, Wordings } from './wording.ts'

const ALL: Wordings = {
  ...raftElections,
  ...raftCandidacy,
  ...raftLogs,
  ...raftReplication,
  ...raftMembers,
  ...broadcast,
  ...locks,
  ...agreement,
  ...convergence,
  ...replicas,
  ...clients,
  ...quorums,
  ...cuts,
  ...apart,
}

/** Tells events as they are; for claims that nobody has found words for. */
const PLAIN: Wording = { tell: () => undefined }

/** The wording of this claim, or the plain one. */
export function wordingOf(claimId: string): Wording {
  return Object.hasOwn(ALL, claimId) ? (ALL[claimId] ?? PLAIN) : PLAIN
}

/** True when a claim has words of its own. */
export function hasWording(claimId: string): boolean {
  return Object.hasOwn(ALL, claimId)
}
