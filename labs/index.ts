/** All labs, as far as a learner may see them. Hidden checks are in `hidden-checks.ts`. */
import { cap } from './cap/lab.ts'
import { crdt } from './crdt/lab.ts'
import { editing } from './editing/lab.ts'
import type { Lab, Step } from './kit/lab.ts'
import { quorum } from './quorum/lab.ts'
import { raft } from './raft/lab.ts'

export const labs: readonly Lab[] = [cap, quorum, raft, crdt, editing]

/** The lab and step of these ids, or undefined. */
export function findStep(
  labId: string,
  stepId: string,
): { readonly lab: Lab; readonly step: Step } | undefined {
  const lab = labs.find(({ id }) => id === labId)
  const step = lab?.steps.find(({ id }) => id === stepId)
  return lab === undefined || step === undefined ? undefined : { lab, step }
}
