/**
 * Loops over all labs: references and variants pass every check, starters fail for the
 * right reason, and every mutant is caught by a check that names the property it breaks.
 */
import { describe, expect, test } from 'vitest'
import type { CheckResult } from '#core'
import {
  compileSolution,
  mutate,
  readCorpus,
  reasonOf,
  tryCheck,
} from '../../scripts/power/lab-corpus.ts'

const corpus = await readCorpus()

/** One line that runs the failing seed again. */
function describeFailure(result: CheckResult): string {
  return `${result.checkId}: ${reasonOf(result)} with seed ${result.failure?.seed} (npm run power shows all)`
}

describe.each(corpus)(
  '$lab.id/$step.id',
  ({ lab, step, checks, starter, solution, variants, mutants }) => {
    test.each([{ name: 'solution.ts', source: solution }, ...variants])(
      'the correct solution $name passes every check',
      ({ source }) => {
        const code = compileSolution(source)
        const failures = checks
          .map((check) => tryCheck(code, lab, check, 1))
          .filter(({ verdict }) => verdict !== 'pass')
        expect(failures.map(describeFailure)).toEqual([])
      },
    )

    test('the starter runs, and fails because nothing is built yet', () => {
      const code = compileSolution(starter)
      const results = step.visible.map((check) => tryCheck(code, lab, check, 1))
      expect(results.map(({ verdict }) => verdict)).toEqual(step.visible.map(() => 'fail'))
      for (const result of results) expect(result.failure?.outcome.kind).toBe('claim-broken')
    })

    test.each(mutants)('mutant $id is caught: $title', (mutant) => {
      const code = compileSolution(mutate(solution, mutant))
      const failures: CheckResult[] = []
      for (const check of checks) {
        const result = tryCheck(code, lab, check, 1)
        if (result.verdict === 'fail') failures.push(result)
        if (reasonOf(result) === mutant.breaks) break
      }
      expect(failures.map(reasonOf), failures.map(describeFailure).join('\n')).toContain(
        mutant.breaks,
      )
    })

    test('every claim names what it is, asks a question, and is broken by some mutant', () => {
      const claims = new Map(
        checks.flatMap((check) => check.claims.map((claim) => [claim.id, claim])),
      )
      const broken = new Set(mutants.map(({ breaks }) => breaks))
      for (const claim of claims.values()) {
        expect(claim.sentence).toMatch(/\.$/)
        expect(claim.ask).toMatch(/\?$/)
      }
      expect([...broken].filter((id) => !claims.has(id))).toEqual([])
      expect([...claims.keys()].filter((id) => !broken.has(id) && !IMPLIED.has(id))).toEqual([])
    })

    test('ids are unique', () => {
      const ids = checks.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
    })
  },
)

/**
 * Claims that follow from others, so that a mutant breaks those first: they stay, because
 * they are what the others are for.
 */
const IMPLIED = new Set(['election-safety', 'majority-elects'])
