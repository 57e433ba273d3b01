/**
 * The story of every mutant's first broken check, as reviewed text. A change here is a
 * change of what learners read; REWRITE=1 writes it anew.
 */
import { describe, test } from 'vitest'
import { printStory } from '#core'
import { readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { expectGolden } from './golden.ts'
import { tellMutant } from './told-mutant.ts'

const corpus = await readCorpus()

describe.each(corpus)('$lab.id/$step.id', (step) => {
  test.each(step.mutants)('mutant $id: $title', (mutant) => {
    const { check, seed, story } = tellMutant(step, mutant)
    const head = `# ${mutant.id}: ${mutant.title}\n# ${check.title}, seed ${seed}\n\n`
    expectGolden(`${step.lab.id}-${step.step.id}-${mutant.id}`, head + printStory(story))
  })
})
