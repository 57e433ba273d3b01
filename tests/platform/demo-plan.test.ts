/** The plan of the demo class: the same each time, over six weeks, of code that there is. */
import { expect, test } from 'vitest'
import { rubricProblem } from '#app/_classes/reviews/rubric.ts'
import { DEMO_WORK, planLearners, WEEK_MS } from '../../scripts/demo/demo-plan.ts'
import { commentsOn, DEMO_RUBRIC } from '../../scripts/demo/demo-reviews.ts'
import { sourceOf, stepOf } from '../../scripts/demo/programs.ts'
import { readCorpus } from '../../scripts/power/lab-corpus.ts'

const corpus = await readCorpus()
const plan = (count: number) =>
  planLearners(count, (labId, stepId) => {
    const { mutants, variants } = stepOf(corpus, labId, stepId)
    return { mutants: mutants.length, correct: variants.length + 1 }
  })

test('is the same each time, and the first of more learners are those of fewer', () => {
  expect(plan(12)).toEqual(plan(40).slice(0, 12))
})

test('hands in each learner’s code in the order of time, within the weeks', () => {
  const all = plan(200)
  for (const { submissions } of all) {
    const times = submissions.map(({ atMs }) => atMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
  const latest = Math.max(...all.flatMap(({ submissions }) => submissions.map(({ atMs }) => atMs)))
  expect(latest).toBeLessThan((DEMO_WORK.length + 1) * WEEK_MS)
})

test('has right and wrong code of every step that the class is given', () => {
  const all = plan(200).flatMap(({ submissions }) => submissions)
  for (const { labId, stepIds } of DEMO_WORK) {
    for (const stepId of stepIds) {
      const here = all.filter((one) => one.labId === labId && one.stepId === stepId)
      const kinds = new Set(here.map(({ code }) => code.kind))
      expect([...kinds].toSorted(), stepId).toEqual(['correct', 'mutant', 'starter'])
      const sources = new Set(here.map(({ code }) => sourceOf(code, stepOf(corpus, labId, stepId))))
      expect(sources.size, stepId).toBeGreaterThan(5)
    }
  }
})

test('calls two hundred learners by names of their own', () => {
  const learners = plan(200)
  expect(new Set(learners.map(({ name }) => name)).size).toBe(200)
  expect(new Set(learners.map(({ id }) => id)).size).toBe(200)
})

test('has a rubric that may be kept, and comments that the code of its week has lines for', () => {
  expect(rubricProblem(DEMO_RUBRIC)).toBeUndefined()
  const source = sourceOf({ kind: 'correct', at: 0 }, stepOf(corpus, 'raft', '03-election'))
  expect(commentsOn(source)).toHaveLength(3)
})
