/** The smallest failing run of a known-wrong solution, and its story. */
import {
  type Check,
  type NodeHost,
  type SeedResult,
  type Story,
  shrink,
  type Trace,
  tellStory,
} from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import {
  compileSolution,
  mutate,
  reasonOf,
  type StepCorpus,
  tryCheck,
} from '../../power/lab-corpus.ts'

/** A search that needs more than so many runs ends with what it has. */
const RUNS_MAX = 150

export interface SmallestFailure {
  readonly check: Check
  readonly result: SeedResult
  readonly trace: Trace
  readonly story: Story
}

/**
 * Of the first visible check that names the claim which the mutant must break: what hidden
 * checks try is nobody's to see.
 * @throws Error when there is no such mutant, or no visible check sees it
 */
export function smallestFailure(corpus: StepCorpus, mutantId: string): SmallestFailure {
  const { lab, step, mutants, solution } = corpus
  const where = `labs/${lab.id}/steps/${step.id}/instructions.mdx`
  const mutant = mutants.find(({ id }) => id === mutantId)
  if (mutant === undefined) throw new Error(`${where}: there is no mutant ${mutantId} in this step`)
  const code = compileSolution(mutate(solution, mutant))
  for (const check of step.visible) {
    const checked = tryCheck(code, lab, check, 1)
    if (checked.failure === undefined || reasonOf(checked) !== mutant.breaks) continue
    const newHost = () => new FunctionHost(code, lab.modules)
    return told(check, checked.failure.seed, newHost)
  }
  throw new Error(
    `${where}: no visible check shows that ${mutantId} breaks ${mutant.breaks}; show another mutant`,
  )
}

function told(check: Check, seed: number, newHost: () => NodeHost): SmallestFailure {
  const { claims } = check
  const search = shrink({
    scenario: check.scenario(seed),
    seed,
    claims,
    newHost,
    runsMax: RUNS_MAX,
  })
  let step = search.next()
  while (step.done !== true) step = search.next()
  const small = step.value
  if (small === undefined) throw new Error(`seed ${seed} of ${check.id} did not fail twice`)
  const { result, trace } = small
  const { outcome } = result
  if (outcome.kind === 'pass' || outcome.kind === 'unknown') {
    throw new Error(`the shrunk run of ${check.id} does not fail`)
  }
  const claimId = outcome.kind === 'claim-broken' ? outcome.claimId : undefined
  const claim = claims.find(({ id }) => id === claimId)
  return { check, result, trace, story: tellStory({ trace, outcome, claim }) }
}
