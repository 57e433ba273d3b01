/** Mock interviews, as the database keeps them. It knows no sessions. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import type { InterviewNotes } from '../interview/_desk/interview-notes.ts'

/** Saves the whole of it; an older save that comes late changes nothing. */
export async function storeInterview(userId: string, notes: InterviewNotes): Promise<void> {
  const { id, scenarioId, minutes, isTimed, pad, points } = notes
  const row = {
    scenarioId,
    minutes,
    isTimed,
    pad: { ...pad },
    points: [...points],
    startedAt: new Date(notes.startedAt),
    savedAt: new Date(notes.savedAt),
    endedAt: notes.endedAt === undefined ? null : new Date(notes.endedAt),
  }
  await db.interviewSession.createMany({ data: [{ id, userId, ...row }], skipDuplicates: true })
  await db.interviewSession.updateMany({
    where: { id, userId, savedAt: { lt: row.savedAt } },
    data: row,
  })
}

const LISTED_MAX = 20

/** The newest first. */
export async function listInterviews(userId: string): Promise<readonly InterviewNotes[]> {
  const rows = await db.interviewSession.findMany({
    where: { userId },
    orderBy: { startedAt: 'desc' },
    take: LISTED_MAX,
  })
  return rows.map(notesOf)
}

export async function readInterview(
  userId: string,
  id: string,
): Promise<InterviewNotes | undefined> {
  const row = await db.interviewSession.findUnique({ where: { userId_id: { userId, id } } })
  return row === null ? undefined : notesOf(row)
}

/** Moves those of a guest; one that both have is the account's. */
export async function adoptInterviews(
  transaction: Transaction,
  { guestId, accountId }: { readonly guestId: string; readonly accountId: string },
): Promise<void> {
  await transaction.$executeRaw`
    update "InterviewSession" own set "userId" = ${accountId} where own."userId" = ${guestId}
    and not exists (
      select 1 from "InterviewSession" other
      where other."userId" = ${accountId} and other.id = own.id)`
}

type Row = Awaited<ReturnType<typeof db.interviewSession.findMany>>[number]

function notesOf(row: Row): InterviewNotes {
  const { id, scenarioId, isTimed, points } = row
  return {
    id,
    scenarioId,
    minutes: row.minutes === 20 ? 20 : 45,
    isTimed,
    pad: textsOf(row.pad),
    points,
    startedAt: row.startedAt.toISOString(),
    savedAt: row.savedAt.toISOString(),
    ...(row.endedAt === null ? {} : { endedAt: row.endedAt.toISOString() }),
  }
}

function textsOf(pad: unknown): Readonly<Record<string, string>> {
  if (typeof pad !== 'object' || pad === null) return {}
  return Object.fromEntries(
    Object.entries(pad).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
