/**
 * The stories of mutants, as reviewed text: all those of the election step, and of each other
 * step the one that its instructions show. A change here is a change of what learners read;
 * REWRITE=1 writes it anew.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { printStory } from '#core'
import type { Mutant } from '#kit/lab.ts'
import { wrongVersionsIn } from '../../../scripts/build/wrong-versions/wrong-versions-in.ts'
import { readCorpus, type StepCorpus } from '../../../scripts/power/lab-corpus.ts'
import { ROOT } from '../../../scripts/state/paths.ts'
import { expectGolden } from './golden.ts'
import { tellMutant } from './told-mutant.ts'

const corpus = await readCorpus()

const TOLD_WHOLLY = '03-election'

function toldMutants({ lab, step, mutants }: StepCorpus): readonly Mutant[] {
  if (step.id === TOLD_WHOLLY) return mutants
  const file = join(ROOT, 'labs', lab.id, 'steps', step.id, 'instructions.mdx')
  const shown = wrongVersionsIn(readFileSync(file, 'utf8'))
  return mutants.filter(({ id }) => shown.includes(id))
}

describe.each(corpus)('$lab.id/$step.id', (step) => {
  test.each(toldMutants(step))('mutant $id: $title', (mutant) => {
    const { check, seed, story } = tellMutant(step, mutant)
    const head = `# ${mutant.id}: ${mutant.title}\n# ${check.title}, seed ${seed}\n\n`
    expectGolden(`${step.lab.id}-${step.step.id}-${mutant.id}`, head + printStory(story))
  })
})
