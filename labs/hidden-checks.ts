/** The checks that only the grader knows, by lab and step. Must never reach the app. */
import type { Check } from '#core'
import { hidden as capCut } from './cap/steps/01-cut/hidden.ts'
import { hidden as capOutcomes } from './cap/steps/02-outcomes/hidden.ts'
import { hidden as capHistory } from './cap/steps/03-history/hidden.ts'
import { hidden as capRefuse } from './cap/steps/04-refuse/hidden.ts'
import { hidden as capAnswer } from './cap/steps/05-answer/hidden.ts'
import { hidden as capHeal } from './cap/steps/06-heal/hidden.ts'
import { hidden as crdtGrowingCounter } from './crdt/steps/01-g-counter/hidden.ts'
import { hidden as crdtCounter } from './crdt/steps/02-pn-counter/hidden.ts'
import { hidden as crdtTwoPhaseSet } from './crdt/steps/03-sets/hidden.ts'
import { hidden as crdtLastWriterWins } from './crdt/steps/04-lww-register/hidden.ts'
import { hidden as crdtMultiValue } from './crdt/steps/05-mv-register/hidden.ts'
import { hidden as crdtObservedRemove } from './crdt/steps/06-or-set/hidden.ts'
import { hidden as crdtWithoutTombstones } from './crdt/steps/07-or-set-without-tombstones/hidden.ts'
import { hidden as crdtFeed } from './crdt/steps/08-anti-entropy/hidden.ts'
import { hidden as editingOperations } from './editing/steps/01-operations/hidden.ts'
import { hidden as editingText } from './editing/steps/02-text/hidden.ts'
import { hidden as editingInterleaving } from './editing/steps/03-interleaving/hidden.ts'
import { hidden as editingSession } from './editing/steps/04-session/hidden.ts'
import { hidden as editingMapAndCart } from './editing/steps/05-map-and-cart/hidden.ts'
import { hidden as editingForgetting } from './editing/steps/07-forgetting/hidden.ts'
import { hidden as editingStock } from './editing/steps/08-stock/hidden.ts'
import { hidden as quorumReadWrite } from './quorum/steps/01-read-write/hidden.ts'
import { hidden as quorumReadRepair } from './quorum/steps/02-read-repair/hidden.ts'
import { hidden as quorumHandoff } from './quorum/steps/03-handoff/hidden.ts'
import { hidden as quorumNewOld } from './quorum/steps/05-new-old/hidden.ts'
import { hidden as quorumFailedWrite } from './quorum/steps/06-failed-write/hidden.ts'
import { hidden as quorumFastClock } from './quorum/steps/07-fast-clock/hidden.ts'
import { hidden as quorumAbdSingle } from './quorum/steps/08-abd-single/hidden.ts'
import { hidden as quorumAbdMulti } from './quorum/steps/09-abd-multi/hidden.ts'
import { hidden as raftTimers } from './raft/steps/01-timers/hidden.ts'
import { hidden as raftVoting } from './raft/steps/02-voting/hidden.ts'
import { hidden as raftElection } from './raft/steps/03-election/hidden.ts'
import { hidden as raftPreVote } from './raft/steps/04-pre-vote/hidden.ts'
import { hidden as raftAppend } from './raft/steps/05-append/hidden.ts'
import { hidden as raftRepair } from './raft/steps/06-repair/hidden.ts'
import { hidden as raftBacktracking } from './raft/steps/07-backtracking/hidden.ts'
import { hidden as raftCommit } from './raft/steps/08-commit/hidden.ts'
import { hidden as raftPersistence } from './raft/steps/09-persistence/hidden.ts'
import { hidden as raftApply } from './raft/steps/10-apply/hidden.ts'
import { hidden as raftKeyValue } from './raft/steps/11-key-value/hidden.ts'
import { hidden as raftSessions } from './raft/steps/12-sessions/hidden.ts'
import { hidden as raftSnapshots } from './raft/steps/13-snapshots/hidden.ts'
import { hidden as raftCompaction } from './raft/steps/14-compaction/hidden.ts'
import { hidden as raftMembership } from './raft/steps/15-membership/hidden.ts'
import { hidden as raftTransfer } from './raft/steps/16-transfer/hidden.ts'
import { hidden as raftReadIndex } from './raft/steps/17-read-index/hidden.ts'
import { hidden as raftLeases } from './raft/steps/18-leases/hidden.ts'
import { hidden as raftExam } from './raft/steps/19-exam/hidden.ts'

const HIDDEN: Readonly<Record<string, readonly Check[]>> = {
  'crdt/01-g-counter': crdtGrowingCounter,
  'crdt/02-pn-counter': crdtCounter,
  'crdt/03-sets': crdtTwoPhaseSet,
  'crdt/04-lww-register': crdtLastWriterWins,
  'crdt/05-mv-register': crdtMultiValue,
  'cap/01-cut': capCut,
  'cap/02-outcomes': capOutcomes,
  'cap/03-history': capHistory,
  'cap/04-refuse': capRefuse,
  'cap/05-answer': capAnswer,
  'cap/06-heal': capHeal,
  'crdt/06-or-set': crdtObservedRemove,
  'crdt/07-or-set-without-tombstones': crdtWithoutTombstones,
  'crdt/08-anti-entropy': crdtFeed,
  'raft/01-timers': raftTimers,
  'raft/02-voting': raftVoting,
  'raft/03-election': raftElection,
  'raft/04-pre-vote': raftPreVote,
  'raft/05-append': raftAppend,
  'raft/06-repair': raftRepair,
  'raft/07-backtracking': raftBacktracking,
  'raft/08-commit': raftCommit,
  'raft/09-persistence': raftPersistence,
  'raft/10-apply': raftApply,
  'raft/11-key-value': raftKeyValue,
  'raft/12-sessions': raftSessions,
  'raft/13-snapshots': raftSnapshots,
  'raft/14-compaction': raftCompaction,
  'raft/15-membership': raftMembership,
  'raft/16-transfer': raftTransfer,
  'raft/17-read-index': raftReadIndex,
  'raft/18-leases': raftLeases,
  'raft/19-exam': raftExam,
  'quorum/01-read-write': quorumReadWrite,
  'quorum/02-read-repair': quorumReadRepair,
  'quorum/03-handoff': quorumHandoff,
  'quorum/05-new-old': quorumNewOld,
  'quorum/06-failed-write': quorumFailedWrite,
  'quorum/07-fast-clock': quorumFastClock,
  'quorum/08-abd-single': quorumAbdSingle,
  'quorum/09-abd-multi': quorumAbdMulti,
  'editing/01-operations': editingOperations,
  'editing/02-text': editingText,
  'editing/03-interleaving': editingInterleaving,
  'editing/04-session': editingSession,
  'editing/05-map-and-cart': editingMapAndCart,
  'editing/07-forgetting': editingForgetting,
  'editing/08-stock': editingStock,
}

/** The hidden checks of a step; none when there is no such step. */
export function hiddenChecks(labId: string, stepId: string): readonly Check[] {
  return HIDDEN[`${labId}/${stepId}`] ?? []
}
