/**
 * Loops over all labs: references and variants pass every check, and starters fail for the right
 * reason. Few seeds, so that it stays fast: `npm run power` tries them all. That every mutant is
 * caught takes minutes and is asked in tests/host/mutants.test.ts.
 */
import { describe, expect, test } from 'vitest'
import { type Check, visibleSeeds } from '#core'
import { compileSolution, readCorpus, type StepCorpus } from '../../scripts/power/lab-corpus.ts'
import { reasonOfSeed, runUntilFailure } from '../../scripts/power/submission.ts'

const corpus = await readCorpus()

const EFFORT = Number(process.env.NETSPLIT_FUZZ ?? 1)
/** How many seeds of each check a correct solution passes here: its own step's, and a borrowed one. */
const SEEDS_OF_OWN = EFFORT
const SEEDS_OF_BORROWED = EFFORT

/** The failures of a solution with the first seeds of some checks, each as a line to look it up. */
function failuresAmong(
  { lab }: StepCorpus,
  { source, checks, seedCount }: { source: string; checks: readonly Check[]; seedCount: number },
): readonly { readonly kind: string; readonly line: string }[] {
  const trial = { lab, code: compileSolution(source) }
  return checks.flatMap((check) => {
    const seeds = visibleSeeds({ seedCount: Math.min(seedCount, check.seedCount) })
    const { failure } = runUntilFailure(trial, check, seeds)
    if (failure === undefined) return []
    const { seed, outcome } = failure.result
    const line = `${check.id}: ${reasonOfSeed(failure.result)} with seed ${seed} (npm run power shows all)`
    return [{ kind: outcome.kind, line }]
  })
}

describe.each(corpus)('$lab.id/$step.id', (stepCorpus) => {
  const { step, checks, starter, solution, variants, mutants } = stepCorpus

  test.each([{ name: 'solution.ts', source: solution }, ...variants])(
    'the correct solution $name passes every check',
    ({ name, source }) => {
      const seedCount = name.startsWith('../') ? SEEDS_OF_BORROWED : SEEDS_OF_OWN
      const failures = failuresAmong(stepCorpus, { source, checks, seedCount })
      expect(failures.map(({ line }) => line)).toEqual([])
    },
  )

  test('the starter runs, and fails because nothing is built yet', () => {
    const failures = failuresAmong(stepCorpus, {
      source: starter,
      checks: step.visible,
      seedCount: 2,
    })
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.filter(({ kind }) => kind !== 'claim-broken')).toEqual([])
  })

  test('every claim says what it is, and asks a question', () => {
    for (const { sentence, ask } of checks.flatMap(({ claims }) => claims)) {
      expect(sentence).toMatch(/\.$/)
      expect(ask).toMatch(/\?$/)
    }
  })

  test('every mutant breaks a claim of its step, and every check is there for some mutant', () => {
    const ids = new Set(checks.flatMap(({ claims }) => claims.map(({ id }) => id)))
    expect(mutants.filter(({ breaks }) => !ids.has(breaks))).toEqual([])
    const broken = new Set(mutants.map(({ breaks }) => breaks))
    const idle = checks.filter(({ claims }) => !claims.some(({ id }) => broken.has(id)))
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  test('ids are unique', () => {
    const ids = checks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
  })
})

describe('the claims of all steps', () => {
  test('are each broken by a mutant of some step', () => {
    const claims = corpus.flatMap(({ checks }) => checks.flatMap((check) => check.claims))
    const broken = new Set(corpus.flatMap(({ mutants }) => mutants.map(({ breaks }) => breaks)))
    const idle = claims.map(({ id }) => id).filter((id) => !broken.has(id) && !IMPLIED.has(id))
    expect([...new Set(idle)]).toEqual([])
  })
})

/**
 * Claims that follow from others, so that a mutant breaks those first: they stay, because
 * they are what the others are for.
 */
const IMPLIED = new Set([
  'election-safety',
  'leader-completeness',
  'state-machine-safety',
  'replaces-deaf-leader',
])
