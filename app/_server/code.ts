/** The code that stands for a step in a person's later work. */
import 'server-only'
import { db } from '#db'
import type { DraftPlace } from './drafts.ts'

/** The newest code of this person that passed the step, or else the draft. */
export async function readCode({ userId, labId, stepId }: DraftPlace): Promise<string | undefined> {
  const passed = await db.submission.findFirst({
    where: { userId, labId, stepId, verdict: { outcome: 'passed' } },
    orderBy: { createdAt: 'desc' },
    select: { source: true },
  })
  if (passed !== null) return passed.source
  const draft = await db.draft.findUnique({
    where: { userId_labId_stepId: { userId, labId, stepId } },
    select: { source: true },
  })
  return draft?.source
}
