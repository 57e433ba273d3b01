/**
 * Which small changes of a reference solution no check notices. Most of them change nothing that
 * matters: another order of the same messages, a record kept longer than needed. The others are
 * holes in the checks. A person has to read the list and tell them apart.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { StepCorpus } from '../lab-corpus.ts'
import { type SmallChange, smallChanges, withChange } from './small-changes.ts'
import type { TrialAnswer, TrialRequest } from './trial-worker.ts'

/** A program that runs for longer has no end: a full grade of the largest takes a minute. */
const TRIAL_MS_MAX = 240_000

export interface Unnoticed {
  readonly change: SmallChange
  /** Counted from 1. */
  readonly line: number
  /** What another submission noticed: a change that is noticed by luck. */
  readonly byLuck: TrialAnswer
}

/**
 * Tries every small change in a submission, and what that does not notice in a second one. What a
 * reference shares with the starter was built in an earlier step, whose survey changes it.
 * @param base number of the submission; another one draws other seeds
 */
export async function* surveyStep(
  { lab, step, starter, solution }: StepCorpus,
  { base }: { readonly base: number },
): AsyncGenerator<Unnoticed, { readonly changes: number }> {
  const stepId = `${lab.id}/${step.id}`
  const changes = smallChanges(solution, isNewIn(solution, starter))
  const trials = new Trials()
  try {
    for (const change of changes) {
      const source = withChange(solution, change)
      if ((await trials.run({ stepId, source, submission: base })) !== null) continue
      const byLuck = await trials.run({ stepId, source, submission: base + 1 })
      yield { change, line: solution.slice(0, change.from).split('\n').length, byLuck }
    }
  } finally {
    await trials.end()
  }
  return { changes: changes.length }
}

function isNewIn(solution: string, before: string): (line: number) => boolean {
  const known = new Set(before.split('\n').map((line) => line.trim()))
  const lines = solution.split('\n').map((line) => line.trim())
  return (line) => !known.has(lines[line] ?? '')
}

/** The thread, made anew when a program in it has no end. */
class Trials {
  #worker: Worker | undefined

  async run(request: TrialRequest): Promise<TrialAnswer> {
    this.#worker ??= await started()
    const worker = this.#worker
    const outOfTime = AbortSignal.timeout(TRIAL_MS_MAX)
    const answer = once(worker, 'message', { signal: outOfTime })
    worker.postMessage(request, [])
    try {
      const [noticed] = (await answer) as [TrialAnswer]
      return noticed
    } catch (thrown) {
      await this.end()
      if (outOfTime.aborted) return 'it has no end'
      return `it cannot be run: ${thrown instanceof Error ? thrown.message : String(thrown)}`
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}

async function started(): Promise<Worker> {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url))
  await once(worker, 'message')
  return worker
}
