/**
 * Hands the demo's code in, through the line that everybody's submissions stand in. A bounded
 * number waits at a time, so that real learners are never far behind; what was handed in before
 * is not handed in again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '#db'
import { retrySetAside } from '#host/queue/set-aside.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { joinLine, lockTurns } from '../../prisma/line.ts'
import { say } from '../terminal.ts'
import { comparedWithDatabase, type HandedIn, keyOf, type ProgramKey } from './programs.ts'

/** Of the demo, at a time; one of each learner. */
const WAITING_MAX = 24
const POLL_MS = 1_000
const TELL_EVERY = 25

/** A program in the line or judged, by the id of its submission, and who waits for its verdict. */
interface Program {
  /** Whose submission it is; empty for one of before. */
  readonly userId: string
  readonly followers: HandedIn[]
}

/**
 * Hands in whatever is missing, and waits until all is judged and its runs are made small.
 * @returns how many different programs there are
 */
export async function handIn(all: readonly HandedIn[]): Promise<number> {
  const { missing, open, setAside } = await comparedWithDatabase(all)
  await retrySetAside(setAside)
  const programs = Map.groupBy(missing, keyOf)
  const programCount = new Set(all.map(keyOf)).size
  const fresh = [...programs.keys()].filter((key) => !open.has(key)).length
  say(
    `${all.length} submissions of ${programCount} programs, of which ` +
      `${missing.length} of ${fresh} are still to be handed in.`,
  )
  const waiting = new Map<string, Program>()
  const toHandIn = new Map<ProgramKey, HandedIn[]>()
  for (const [key, submissions] of programs) {
    const submissionId = open.get(key)
    if (submissionId === undefined) toHandIn.set(key, submissions)
    else waiting.set(submissionId, { userId: '', followers: submissions })
  }
  let told = 0
  let done = 0
  while (waiting.size > 0 || toHandIn.size > 0) {
    await fill(waiting, toHandIn)
    done += await passOn(waiting)
    if (done - told >= TELL_EVERY) {
      say(`Judged ${done}, ${waiting.size + toHandIn.size} programs to go.`)
      told = done
    }
    if (waiting.size > 0) await sleep(POLL_MS)
  }
  return programCount
}

/** Lets programs join the line, no two of one learner. */
async function fill(
  waiting: Map<string, Program>,
  toHandIn: Map<ProgramKey, HandedIn[]>,
): Promise<void> {
  const busy = new Set([...waiting.values()].map(({ userId }) => userId))
  for (const [key, submissions] of toHandIn) {
    if (waiting.size >= WAITING_MAX) return
    const first = submissions.find(({ userId }) => !busy.has(userId))
    if (first === undefined) continue
    toHandIn.delete(key)
    busy.add(first.userId)
    waiting.set(await enqueue(first), {
      userId: first.userId,
      followers: submissions.filter((one) => one !== first),
    })
  }
}

async function enqueue(submission: HandedIn): Promise<string> {
  return db.$transaction(async (transaction) => {
    await lockTurns(transaction, submission.userId)
    const { id } = await transaction.submission.create({ data: { ...submission } })
    await joinLine(transaction, { lane: 'interactive', ids: [id] })
    return id
  })
}

/** Passes on the verdicts that have come; returns how many submissions are judged by that. */
async function passOn(waiting: Map<string, Program>): Promise<number> {
  const judged = await db.submission.findMany({
    where: {
      id: { in: [...waiting.keys()] },
      // What was set aside has no verdict to pass on.
      OR: [
        { state: 'graded', verdict: { isShrinking: false } },
        { state: { notIn: ['queued', 'running', 'graded'] } },
      ],
    },
    include: { verdict: { include: { failures: true } } },
  })
  let count = 0
  for (const { id, stepId, verdict } of judged) {
    const followers = waiting.get(id)?.followers ?? []
    waiting.delete(id)
    count += 1
    if (verdict === null) {
      say(`No grader could judge a program of ${stepId}: \`npm run queue\` tells why.`)
      continue
    }
    for (const follower of followers) await copyVerdict(follower, verdict)
    count += followers.length
  }
  return count
}

type JudgedVerdict = Prisma.SubmissionVerdictGetPayload<{ include: { failures: true } }>

/** A submission of a program that was judged: no grader took it, so it counts in no estimate. */
async function copyVerdict(
  submission: HandedIn,
  { failures, ...verdict }: JudgedVerdict,
): Promise<void> {
  await db.$transaction(async (transaction) => {
    const copy = { ...submission, state: 'graded' as const }
    const { id: submissionId } = await transaction.submission.create({ data: copy })
    await transaction.submissionVerdict.create({
      data: { ...verdict, submissionId, results: verdict.results ?? {} },
    })
    await transaction.submissionFailure.createMany({
      data: failures.map(({ small, ...failure }) => ({
        ...failure,
        submissionId,
        ...(small === null ? {} : { small }),
      })),
    })
  })
}
