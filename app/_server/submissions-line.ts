/**
 * Where a submission stands in the line, and how long it will take: from the line's index
 * and from the latest gradings of each step, so that asking costs little.
 */
import 'server-only'
import { db } from '#db'

/** Gradings of a step that its typical time is taken from. */
const GRADINGS_MAX = 25
/** How old a typical time may be; everybody who waits would otherwise ask for it. */
const TYPICAL_MS = 15_000

/** A grader that has been silent for longer than this counts as down. */
const GRADER_SILENCE_SECONDS_MAX = 12

export interface Waiting {
  readonly labId: string
  readonly stepId: string
  readonly turn: number
  readonly lineAt: Date
}

export interface Place {
  /** From 1, among the submissions of learners. */
  readonly position: number
  /** Until the verdict; undefined when nothing tells how long this step takes. */
  readonly estimateMs?: number
}

/** Where a queued submission stands. */
export async function readPlace(waiting: Waiting): Promise<Place> {
  const [ahead, slots, own] = await Promise.all([
    readAhead(waiting),
    readSlots(),
    typicalMs(waiting),
  ])
  const position = ahead.reduce((sum, { count }) => sum + count, 1)
  if (own === undefined || slots === 0) return { position }
  const before = await Promise.all(
    ahead.map(async ({ count, ...step }) => count * ((await typicalMs(step)) ?? own)),
  )
  const work = before.reduce((sum, each) => sum + each, 0)
  return { position, estimateMs: Math.round(work / slots + own) }
}

interface Step {
  readonly labId: string
  readonly stepId: string
}

/** How many of each step come first. Its index holds the line in this order. */
function readAhead({ turn, lineAt }: Waiting): Promise<(Step & { readonly count: number })[]> {
  return db.$queryRaw`
    select "labId", "stepId", count(*)::int as count from "Submission"
    where state = 'queued' and (turn, "lineAt") < (${turn}::int, ${lineAt}::timestamptz)
    group by "labId", "stepId"`
}

/** How many submissions the living graders grade at the same time. */
async function readSlots(): Promise<number> {
  const [row] = await db.$queryRaw<{ slots: number }[]>`
    select coalesce(sum(concurrency), 0)::int as slots from "Grader"
    where "heartbeatAt" > now() - make_interval(secs => ${GRADER_SILENCE_SECONDS_MAX}::int)`
  return row?.slots ?? 0
}

/** Asked by the database's clock: grader and web may run on hosts whose clocks differ. */
export async function readIsGraderUp(): Promise<boolean> {
  return (await readSlots()) > 0
}

interface Typical {
  readonly ms: Promise<number | undefined>
  readonly readAtMs: number
}

const typicalOfStep = new Map<string, Typical>()

/** The median of the latest gradings of this step. */
function typicalMs({ labId, stepId }: Step): Promise<number | undefined> {
  const key = `${labId}/${stepId}`
  const known = typicalOfStep.get(key)
  if (known !== undefined && performance.now() - known.readAtMs < TYPICAL_MS) return known.ms
  const ms = readMedianMs(labId, stepId)
  // One that failed is not to be remembered.
  ms.catch(() => typicalOfStep.delete(key))
  typicalOfStep.set(key, { ms, readAtMs: performance.now() })
  return ms
}

async function readMedianMs(labId: string, stepId: string): Promise<number | undefined> {
  const [row] = await db.$queryRaw<{ ms: number | null }[]>`
    select percentile_cont(0.5) within group (order by "gradingMs") as ms from (
      select "gradingMs" from "Submission"
      where "labId" = ${labId} and "stepId" = ${stepId}
        and "startedAt" is not null and "gradingMs" is not null
      order by "startedAt" desc limit ${GRADINGS_MAX}) as latest`
  return row?.ms ?? undefined
}
