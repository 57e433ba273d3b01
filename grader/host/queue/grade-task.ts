/**
 * The tasks of a grader: `grade` takes a learner's submission, grades it and records its
 * verdict; `regrade` does so again for one that has a verdict, when nobody waits.
 */
import type { TaskList } from 'graphile-worker'
import { findStep } from '#labs/index.ts'
import type { Lane } from '../../../prisma/line.ts'
import { type Grade, grade } from '../grade.ts'
import type { SandboxPool } from '../sandbox/pool.ts'
import { GradingStopped, type TrialContext } from '../trial.ts'
import { BulkGate } from './bulk-gate.ts'
import { isDatabaseTrouble, persist } from './database-trouble.ts'
import { rehearse } from './rehearse-task.ts'
import { recordFault } from './set-aside.ts'
import { shrinkSubmission } from './shrink-task.ts'
import {
  giveBack,
  type HeldSubmission,
  storeProgress,
  takeRegrade,
  takeSubmission,
} from './submissions.ts'
import { throttled } from './throttled.ts'
import { recordVerdict } from './verdicts.ts'

export interface GradeTaskOptions {
  readonly pool: SandboxPool
  /** How many workers share the checks of one submission. */
  readonly workerCount: number
  readonly seedSecret: string
  readonly graderId: string
  /** Ends gradings early when the grader stops. */
  readonly signal: AbortSignal
  /** Is given one line about each fault of ours. */
  readonly onFault: (line: string) => void
}

export interface GradeTasks {
  readonly tasks: TaskList
  /** Ids of the submissions at work in this moment. */
  readonly holding: ReadonlySet<string>
  readonly gate: BulkGate
}

const PROGRESS_MS = 150
/** How long a verdict is kept for a database that is away; then it is found again. */
const PATIENCE_MS = 20_000
/** A grader that is older than the regrade leaves it to newer ones for so long. */
const TOO_OLD_MS = 5_000

/** Makes the tasks. They throw only when the database is away for long. */
export function gradeTasks(options: GradeTaskOptions): GradeTasks {
  const holding = new Set<string>()
  const gate = new BulkGate()
  const work = async (lane: Lane, payload: unknown, signal: AbortSignal) => {
    const id = submissionIdOf(payload)
    holding.add(id)
    try {
      const held = await (lane === 'bulk' ? takeRegrade : takeSubmission)(id, options.graderId)
      if (held !== undefined) await gradeHeld(held, { ...options, signal })
    } finally {
      holding.delete(id)
    }
  }
  const { signal } = options
  return {
    holding,
    gate,
    tasks: {
      async grade(payload) {
        const leave = gate.enter()
        await work('interactive', payload, signal).finally(leave)
      },
      async regrade(payload) {
        await gate.pass((makeWay) => work('bulk', payload, AbortSignal.any([signal, makeWay])))
      },
      async rehearse(payload) {
        await gate.pass((makeWay) =>
          rehearse(payload, { ...options, signal: AbortSignal.any([signal, makeWay]) }),
        )
      },
      async shrink(payload) {
        const id = submissionIdOf(payload)
        await gate.pass((makeWay) =>
          shrinkSubmission(id, { pool: options.pool, signal: AbortSignal.any([signal, makeWay]) }),
        )
      },
    },
  }
}

/** Grades what is held and lets go of it, in one way or another. */
async function gradeHeld(held: HeldSubmission, options: GradeTaskOptions): Promise<void> {
  const { onFault, signal } = options
  const { id } = held
  const surely = <T>(act: () => Promise<T>) => persist(act, { patienceMs: PATIENCE_MS, signal })
  try {
    const labVersion = findStep(held.labId, held.stepId)?.lab.version ?? 0
    if (labVersion < held.labVersionMin) return await giveBack(held, TOO_OLD_MS)
    const result = await gradeWithProgress(held, options)
    if (result.outcome === 'our-fault') {
      return await markFaulty(held, result.fault ?? result.message, options)
    }
    const judge = { graderId: options.graderId, labVersion }
    const isRecorded = await surely(() => recordVerdict(held, result, judge))
    if (!isRecorded) onFault(`submission ${id}: somebody else took it meanwhile`)
  } catch (error) {
    if (error instanceof GradingStopped || isDatabaseTrouble(error)) {
      await surely(() => giveBack(held))
      return
    }
    await markFaulty(held, String(error), options)
  }
}

async function markFaulty(
  held: HeldSubmission,
  reason: string,
  { graderId, onFault, signal }: GradeTaskOptions,
): Promise<void> {
  const outcome = await persist(() => recordFault(held, { graderId, reason }), {
    patienceMs: PATIENCE_MS,
    signal,
  })
  const then = { queued: 'it is tried again', setAside: 'it is set aside: see `npm run queue`' }
  const what = outcome === undefined ? 'somebody else has it by now' : then[outcome]
  onFault(`submission ${held.id}: ${reason}; ${what}`)
}

async function gradeWithProgress(
  held: HeldSubmission,
  { pool, workerCount, seedSecret, signal, onFault }: GradeTaskOptions,
): Promise<Grade> {
  const progress = throttled(PROGRESS_MS, (seedsDone: number, seedsTotal: number) =>
    storeProgress(held, { seedsDone, seedsTotal }).catch((error: unknown) =>
      onFault(`submission ${held.id}: progress was not stored: ${String(error)}`),
    ),
  )
  const context: TrialContext = { pool, workerCount, signal, onProgress: progress.call }
  try {
    return await grade({ ...held, submissionId: held.id, seedSecret }, context)
  } finally {
    await progress.settle()
  }
}

function submissionIdOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'submissionId' in payload) {
    if (typeof payload.submissionId === 'string') return payload.submissionId
  }
  throw new Error('the payload of a grade job names its submission: { "submissionId": "…" }')
}
