/**
 * Private snapshots of runs: a run with the code that made it, behind an address that cannot
 * be guessed, for thirty days. Whoever has the address may look; only the owner deletes.
 */
import 'server-only'
import { randomBytes } from 'node:crypto'
import { db } from '#db'
import { findStep } from '#labs/index.ts'

/** 192 random bits: nobody finds one by trying. */
const ID_BYTES = 24
const ID = /^[\w-]{32}$/
const DAYS_KEPT = 30
const MS_PER_DAY = 86_400_000
/** Of one person at a time, and of all: a flood must not fill the database. */
const OWN_MAX = 50
const ALL_MAX = 5_000

export interface NewSharedRun {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly labVersion: number
  readonly checkId: string
  readonly seed: number
  readonly cursor: number
  readonly script: string | null
  readonly source: string
}

export type Shared =
  | { readonly kind: 'shared'; readonly id: string; readonly expiresAt: Date }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'full' }

/** Stores a snapshot; those whose time is over go in the same transaction. */
export async function shareRun(run: NewSharedRun): Promise<Shared> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const expiresAt = new Date(Date.now() + DAYS_KEPT * MS_PER_DAY)
  return db.$transaction(async (transaction): Promise<Shared> => {
    // Two tabs must not both be the last one allowed.
    await transaction.$queryRaw`select 1 from "User" where id = ${run.userId} for update`
    await transaction.sharedRun.deleteMany({ where: { expiresAt: { lt: new Date() } } })
    const own = await transaction.sharedRun.count({ where: { userId: run.userId } })
    if (own >= OWN_MAX) return { kind: 'too-many', limit: OWN_MAX }
    if ((await transaction.sharedRun.count()) >= ALL_MAX) return { kind: 'full' }
    await transaction.sharedRun.create({ data: { ...run, id, expiresAt } })
    return { kind: 'shared', id, expiresAt }
  })
}

export interface SharedRunView extends NewSharedRun {
  readonly expiresAt: Date
}

/** The snapshot of this address; undefined when there is none, or none any more. */
export async function readSharedRun(id: string): Promise<SharedRunView | undefined> {
  if (!ID.test(id)) return undefined
  const found = await db.sharedRun.findUnique({ where: { id } })
  if (found === null || found.expiresAt < new Date()) return undefined
  return found
}

/** True when it was there and this person's. */
export async function deleteSharedRun(id: string, userId: string): Promise<boolean> {
  if (!ID.test(id)) return false
  const { count } = await db.sharedRun.deleteMany({ where: { id, userId } })
  return count > 0
}

export interface OwnSharedRun {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  /** Lab, step and check by name. */
  readonly title: string
  readonly seed: number
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** The snapshots of one person, newest first. */
export async function listSharedRuns(userId: string): Promise<readonly OwnSharedRun[]> {
  const rows = await db.sharedRun.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: OWN_MAX,
    select: {
      id: true,
      labId: true,
      stepId: true,
      checkId: true,
      seed: true,
      createdAt: true,
      expiresAt: true,
    },
  })
  return rows.map(({ checkId, ...row }) => ({ ...row, title: titleOf({ ...row, checkId }) }))
}

function titleOf({
  labId,
  stepId,
  checkId,
}: Pick<SharedRunView, 'labId' | 'stepId' | 'checkId'>): string {
  const found = findStep(labId, stepId)
  const check = found?.step.visible.find(({ id }) => id === checkId)
  if (found === undefined) return `${labId} ${stepId}: ${checkId}`
  return `${found.lab.title}, ${found.step.title}: ${check?.title ?? checkId}`
}
