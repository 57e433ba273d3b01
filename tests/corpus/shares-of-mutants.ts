/**
 * Every mutant of every step is caught by a check that names the property it breaks, within the
 * seeds of one submission. It takes minutes of computing, so that all files beside this one called
 * `mutants-….test.ts` share the mutants: of n files each takes every n-th, few of which are of the
 * same step, because those of late steps take longest.
 */
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runSeed } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Mutant } from '#kit/lab.ts'
import {
  compileSolution,
  mutate,
  readCorpus,
  type StepCorpus,
} from '../../scripts/power/lab-corpus.ts'
import { reasonOfSeed } from '../../scripts/power/submission.ts'

const FILES = globSync('mutants-*.test.ts', { cwd: import.meta.dirname }).sort()

/** One test for each mutant that falls to this file. */
export async function testShareOf(file: string): Promise<void> {
  const share = FILES.indexOf(basename(file))
  const corpora = await readCorpus()
  const all = corpora.flatMap((corpus) => corpus.mutants.map((mutant) => ({ corpus, mutant })))
  const own = new Set(
    all.filter((_, index) => index % FILES.length === share).map(({ mutant }) => mutant),
  )
  for (const corpus of corpora) {
    const mutants = corpus.mutants.filter((mutant) => own.has(mutant))
    if (mutants.length === 0) continue
    describe(`${corpus.lab.id}/${corpus.step.id}`, () => {
      test.each(mutants)('mutant $id is caught: $title', (mutant) => {
        expect(failuresOf(corpus, mutant)).toEqual([mutant.breaks])
      })
    })
  }
}

/**
 * What the checks that can name the mutant's claim say of it, until one does: the first seed of
 * each, then the second of each, and so on, because most mutants fall at the first seed of some.
 */
function failuresOf({ lab, checks, solution }: StepCorpus, mutant: Mutant): readonly string[] {
  const code = compileSolution(mutate(solution, mutant))
  const failures = new Map<string, string>()
  const telling = checks.filter(({ claims }) => claims.some(({ id }) => id === mutant.breaks))
  const seedsMax = Math.max(...telling.map(({ seedCount }) => seedCount))
  for (let seed = 1; seed <= seedsMax; seed++) {
    for (const check of telling) {
      // A submission stops a check at its first failure, whatever that says.
      if (seed > check.seedCount || failures.has(check.id)) continue
      const host = new FunctionHost(code, lab.modules)
      const { result } = runSeed({ check, seed, host, keepTrace: false, hashTrace: false })
      if (result.outcome.kind === 'pass') continue
      const reason = reasonOfSeed(result)
      failures.set(check.id, `${check.id}: ${reason} with seed ${seed}`)
      if (reason === mutant.breaks) return [reason]
    }
  }
  return [...failures.values()]
}
