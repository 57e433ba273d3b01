/** The checks that only the grader knows, by lab and step. Must never reach the app. */
import type { Check } from '#core'
import { hidden as raftElection } from './raft/steps/03-election/hidden.ts'

const HIDDEN: Readonly<Record<string, readonly Check[]>> = {
  'raft/03-election': raftElection,
}

/** The hidden checks of a step; none when there is no such step. */
export function hiddenChecks(labId: string, stepId: string): readonly Check[] {
  return HIDDEN[`${labId}/${stepId}`] ?? []
}
