/**
 * Drafts: a learner's code of a step between visits, on whichever machine they go on. Two
 * tabs or machines may edit one draft. The newest text is the draft then, and the one that
 * it did not come from is kept as an attempt: nothing that was saved is ever lost.
 */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import type { ReplacedDraft, StoredDraft } from '../labs/_workspace/drafts/draft-view.ts'
import { keepReplaced, lockAttempts } from './attempts-store.ts'

export interface DraftPlace {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
}

interface DraftToStore extends DraftPlace {
  readonly source: string
  /** What the text is named from now on: a UUID. */
  readonly version: string
  /** The versions that it comes from. */
  readonly bases: readonly string[]
}

export interface DraftStored {
  readonly version: string
  readonly savedAt: Date
  readonly replaced?: ReplacedDraft
}

/** Stores a draft. Throws when its owner is removed at this moment: save again then. */
export async function storeDraft(draft: DraftToStore): Promise<DraftStored> {
  const { userId, labId, stepId, source, version, bases } = draft
  return db.$transaction(async (transaction): Promise<DraftStored> => {
    // First, in the order of all who change attempts.
    await lockAttempts(transaction, userId)
    const present = await readLocked(transaction, draft)
    if (present === undefined) {
      return transaction.draft.create({
        data: { userId, labId, stepId, source, version },
        select: { version: true, savedAt: true },
      })
    }
    if (present.source === source) {
      return { version: present.version, savedAt: present.savedAt }
    }
    const stored = await update(transaction, draft)
    if (bases.includes(present.version)) return stored
    const attemptId = await keepReplaced(transaction, { ...draft, ...present })
    return { ...stored, replaced: { attemptId, savedAt: present.savedAt.toISOString() } }
  })
}

interface DraftRow {
  readonly source: string
  readonly version: string
  readonly savedAt: Date
}

async function readLocked(
  transaction: Transaction,
  { userId, labId, stepId }: DraftPlace,
): Promise<DraftRow | undefined> {
  const [row] = await transaction.$queryRaw<DraftRow[]>`
    select source, version::text, "savedAt" from "Draft"
    where "userId" = ${userId} and "labId" = ${labId} and "stepId" = ${stepId} for update`
  return row
}

/** The time is the database's: clocks of web processes may differ. */
async function update(
  transaction: Transaction,
  { userId, labId, stepId, source, version }: DraftToStore,
): Promise<DraftStored> {
  const [row] = await transaction.$queryRaw<{ version: string; savedAt: Date }[]>`
    update "Draft" set source = ${source}, version = ${version}::uuid, "savedAt" = now()
    where "userId" = ${userId} and "labId" = ${labId} and "stepId" = ${stepId}
    returning version::text, "savedAt"`
  if (row === undefined) throw new Error('the draft was removed while it was being saved')
  return row
}

/** The draft of this person, if there is one. */
export async function readDraft({
  userId,
  labId,
  stepId,
}: DraftPlace): Promise<StoredDraft | undefined> {
  const row = await db.draft.findUnique({
    where: { userId_labId_stepId: { userId, labId, stepId } },
    select: { source: true, version: true, savedAt: true },
  })
  return row === null ? undefined : { ...row, savedAt: row.savedAt.toISOString() }
}
