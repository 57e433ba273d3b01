/** The part of an export that somebody wrote: drafts, attempts, submissions, shared runs. */
import 'server-only'
import { db } from '#db'
import { jsonText } from './json-text.ts'
import type { FileToZip } from './zip.ts'

/** Rows read at a time: texts are up to some hundred kilobytes each. */
const BATCH = 50

/** Code first and then the list that names it, so that nothing has to be kept. */
export async function* workFiles(userId: string): AsyncGenerator<FileToZip> {
  yield* draftFiles(userId)
  yield* listed(
    'attempts',
    inBatches((after) => readAttempts(userId, after)),
  )
  yield* listed(
    'submissions',
    inBatches((after) => readSubmissions(userId, after)),
  )
  yield* listed(
    'shared-runs',
    inBatches((after) => readSharedRuns(userId, after)),
  )
}

interface Piece {
  readonly id: string
  readonly labId: string
  readonly stepId: string
  readonly createdAt: Date
  readonly source: string
}

async function* draftFiles(userId: string): AsyncGenerator<FileToZip> {
  const drafts = await db.draft.findMany({
    where: { userId },
    orderBy: [{ labId: 'asc' }, { stepId: 'asc' }],
  })
  for (const { labId, stepId, source } of drafts) {
    yield { path: `drafts/${partOf(labId)}/${partOf(stepId)}.ts`, text: source }
  }
}

/** Each piece as a file, and a list of all with what is known of them. */
async function* listed(folder: string, pieces: AsyncIterable<Piece>): AsyncGenerator<FileToZip> {
  const list: unknown[] = []
  for await (const { source, ...rest } of pieces) {
    const { labId, stepId, createdAt, id } = rest
    const time = createdAt.toISOString().slice(0, 19).replaceAll(':', '-')
    const file = `${folder}/${partOf(labId)}/${partOf(stepId)}/${time}-${partOf(id).slice(-12)}.ts`
    list.push({ ...rest, file })
    yield { path: file, text: source }
  }
  yield { path: `${folder}.json`, text: jsonText(list) }
}

/** Reads on from the last id until there is no more. */
async function* inBatches<Row extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after: string | undefined
  for (;;) {
    const rows = await read(after)
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < BATCH) return
  }
}

/** Below every id that there is. */
const FIRST = '00000000-0000-0000-0000-000000000000'

function page(userId: string, after: string) {
  return { where: { userId, id: { gt: after } }, take: BATCH, orderBy: { id: 'asc' } } as const
}

async function readAttempts(userId: string, after: string | undefined): Promise<readonly Piece[]> {
  const rows = await db.attempt.findMany({
    ...page(userId, after ?? FIRST),
    include: { text: { select: { source: true } } },
    omit: { userId: true, hash: true },
  })
  return rows.map(({ text, ...row }) => ({ ...row, source: text.source }))
}

function readSubmissions(userId: string, after: string | undefined): Promise<readonly Piece[]> {
  return db.submission.findMany({
    ...page(userId, after ?? FIRST),
    select: {
      id: true,
      labId: true,
      stepId: true,
      labVersion: true,
      createdAt: true,
      state: true,
      source: true,
      verdict: {
        select: {
          outcome: true,
          message: true,
          results: true,
          labVersion: true,
          gradedAt: true,
          regradedAt: true,
        },
      },
    },
  })
}

function readSharedRuns(userId: string, after: string | undefined): Promise<readonly Piece[]> {
  return db.sharedRun.findMany({ ...page(userId, after ?? ''), omit: { userId: true } })
}

/** Ids of labs and steps are ours, but no path may ever lead out of its folder. */
function partOf(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_')
}
