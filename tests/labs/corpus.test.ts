/**
 * Loops over all labs: references pass every check, and starters fail for the right reason. Few
 * seeds, so that it stays fast: tests/corpus tries solutions of other shapes and all mutants, and
 * `npm run power` all of them with many seeds.
 */
import { describe, expect, test } from 'vitest'
import { carryOn, kitOf } from '#app/labs/_workspace/drafts/carry-on.ts'
import type { Step } from '#kit/lab.ts'
import { readCorpus } from '../../scripts/power/lab-corpus.ts'
import { failuresAmong } from '../support/failures-among.ts'

const corpus = await readCorpus()

describe.each(corpus)('$lab.id/$step.id', (stepCorpus) => {
  const { step, checks, starter, solution, mutants } = stepCorpus

  test('the reference passes every check', () => {
    const failures = failuresAmong(stepCorpus, { source: solution, checks, seedCount: 1 })
    expect(failures.map(({ line }) => line)).toEqual([])
  })

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
    // What a learner reads of a broken claim is found by its id.
    for (const { id, claims } of checks) {
      expect(new Set(claims.map((claim) => claim.id)).size, id).toBe(claims.length)
    }
  })
})

describe('a step that goes on with the code of the one before', () => {
  const pairs = corpus.flatMap((to, index) => {
    const from = corpus[index - 1]
    const goesOn = to.step.isFresh !== true && from?.lab === to.lab
    return goesOn ? [{ id: `${to.lab.id}/${to.step.id}`, from, to }] : []
  })

  test.each(pairs)('$id can run it', ({ from, to }) => {
    const kit = (step: Step) => kitOf(to.lab.id, step.kit)
    const source = carryOn(from.solution, kit(from.step), kit(to.step))
    const failures = failuresAmong(to, { source, checks: to.step.visible, seedCount: 1 })
    expect(failures.filter(({ kind }) => kind !== 'claim-broken')).toEqual([])
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
  'no-leader-in-minority',
])
