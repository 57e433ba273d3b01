/** A thread that tries one changed program after the other, so that one without end can be stopped. */
import { parentPort } from 'node:worker_threads'
import { type Check, present } from '#core'
import type { Step } from '#kit/lab.ts'
import { compileSolution, readCorpus, type StepCorpus, stepIdOf } from '../lab-corpus.ts'
import { reasonOfSeed, runUntilFailure, seedsOf, type Trial } from '../submission.ts'

export interface TrialRequest {
  /** `quorum/04-sloppy` */
  readonly stepId: string
  readonly source: string
  /** Number of the submission that is made. */
  readonly base: number
}

export interface TrialAnswer {
  /** Which check noticed the change, and by what; null when none did. */
  readonly noticedBy: string | null
  /** The same of another submission, where the first did not notice: then it is a matter of luck. */
  readonly byLuck: string | null
}

const port = present(parentPort, 'this file runs in a thread')
const corpus = new Map<string, StepCorpus>((await readCorpus()).map((one) => [stepIdOf(one), one]))

port.on('message', (request: TrialRequest) => port.postMessage(tried(request)))
port.postMessage('ready')

function tried({ stepId, source, base }: TrialRequest): TrialAnswer {
  const { lab, step, checks } = present(corpus.get(stepId), `there is a step ${stepId}`)
  const trial = { lab, code: compileSolution(source) }
  const noticedBy = firstToNotice(trial, step, checks, base)
  if (noticedBy !== null) return { noticedBy, byLuck: null }
  // The visible checks have the same seeds in every submission.
  const hidden = checks.filter((check) => !step.visible.includes(check))
  return { noticedBy, byLuck: firstToNotice(trial, step, hidden, base + 1) }
}

function firstToNotice(
  trial: Trial,
  step: Step,
  checks: readonly Check[],
  submission: number,
): string | null {
  for (const check of checks) {
    const seeds = seedsOf(step, check, { submission, effort: 1 })
    const { failure } = runUntilFailure(trial, check, seeds)
    if (failure !== undefined) return `${check.id}: ${reasonOfSeed(failure.result)}`
  }
  return null
}
