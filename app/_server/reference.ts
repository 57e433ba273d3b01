/** The reference solution of a step, for those who have solved it. */
import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '#db'
import { solutionStepId } from '#kit/lab.ts'
import { findStep } from '#labs/index.ts'
import { readStepRights } from './classes/step-rights.ts'

const ROOT = /* turbopackIgnore: true */ process.cwd()

/** Whether any submission of this person passed every check of the step. */
export async function hasPassed(userId: string, labId: string, stepId: string): Promise<boolean> {
  const passed = await db.submission.findFirst({
    where: { userId, labId, stepId, verdict: { outcome: 'passed' } },
    select: { id: true },
  })
  return passed !== null
}

export type Reference =
  | { readonly kind: 'shown'; readonly source: string }
  | { readonly kind: 'not-passed' }
  /** A class of theirs does not show it, or not yet: why, as a sentence. */
  | { readonly kind: 'withheld'; readonly why: string }
  | { readonly kind: 'no-such-step' }

/** Reads the file at the moment of asking: no bundle may hold it. */
export async function readReference(
  userId: string | undefined,
  labId: string,
  stepId: string,
): Promise<Reference> {
  // The ids become part of a path, so they must be those of a step that there is.
  const found = findStep(labId, stepId)
  if (found === undefined) return { kind: 'no-such-step' }
  if (userId === undefined || !(await hasPassed(userId, labId, stepId))) {
    return { kind: 'not-passed' }
  }
  const { reference: why } = await readStepRights(userId, labId, stepId)
  if (why !== undefined) return { kind: 'withheld', why }
  const path = join(ROOT, 'labs', labId, 'steps', solutionStepId(found.step), 'solution.ts')
  return { kind: 'shown', source: await readFile(path, 'utf8') }
}
