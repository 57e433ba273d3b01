/**
 * Which small changes of a reference solution no check notices. Most of them change nothing that
 * matters: another order of the same messages, a record kept longer than needed. The others are
 * holes in the checks. A person has to read the list and tell them apart.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type StepCorpus, stepIdOf } from '../lab-corpus.ts'
import { type SmallChange, smallChanges, withChange } from './small-changes.ts'
import type { TrialAnswer, TrialRequest } from './trial-worker.ts'

/** A program that runs for longer has no end: two full grades of the largest take two minutes. */
const TRIAL_MS_MAX = 240_000

/** What became of one change. */
export interface Tried extends TrialAnswer {
  readonly change: SmallChange
  /** Counted from 1. */
  readonly line: number
}

/**
 * Tries every small change in a submission, and what that does not notice in a second one. What a
 * reference shares with the starter was built in an earlier step, whose survey changes it.
 * @param base number of the first submission; another one draws other seeds
 */
export async function* surveyStep(corpus: StepCorpus, base: number): AsyncGenerator<Tried> {
  const { starter, solution } = corpus
  const stepId = stepIdOf(corpus)
  const trials = new Trials()
  try {
    for (const change of smallChanges(solution, isNewIn(solution, starter))) {
      const source = withChange(solution, change)
      const line = solution.slice(0, change.from).split('\n').length
      yield { change, line, ...(await trials.run({ stepId, source, base })) }
    }
  } finally {
    await trials.end()
  }
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
      const [told] = (await answer) as [TrialAnswer]
      return told
    } catch (thrown) {
      await this.end()
      const why = thrown instanceof Error ? thrown.message : String(thrown)
      const noticedBy = outOfTime.aborted ? 'it has no end' : `it cannot be run: ${why}`
      return { noticedBy, byLuck: null }
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
