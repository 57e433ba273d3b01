/** A thread that tries one changed program after the other, so that one without end can be stopped. */
import { parentPort } from 'node:worker_threads'
import { present } from '#core'
import { compileSolution, readCorpus, type StepCorpus } from '../lab-corpus.ts'
import { reasonOfSeed, runUntilFailure, seedsOf } from '../submission.ts'

export interface TrialRequest {
  /** `quorum/04-sloppy` */
  readonly stepId: string
  readonly source: string
  readonly submission: number
}

/** Which check noticed the change, and by what; null when none did. */
export type TrialAnswer = string | null

const port = present(parentPort, 'this file runs in a thread')
const corpus = new Map<string, StepCorpus>(
  (await readCorpus()).map((one) => [`${one.lab.id}/${one.step.id}`, one]),
)

port.on('message', (request: TrialRequest) => port.postMessage(noticedBy(request)))
port.postMessage('ready')

function noticedBy({ stepId, source, submission }: TrialRequest): TrialAnswer {
  const { lab, step, checks } = present(corpus.get(stepId), `there is a step ${stepId}`)
  const trial = { lab, code: compileSolution(source) }
  for (const check of checks) {
    const seeds = seedsOf(step, check, { submission, effort: 1 })
    const { failure } = runUntilFailure(trial, check, seeds)
    if (failure !== undefined) return `${check.id}: ${reasonOfSeed(failure.result)}`
  }
  return null
}
