/** Holds the stories of mutants against reviewed text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { printStory } from '#core'
import type { Mutant } from '#kit/lab.ts'
import { wrongVersionsIn } from '../../scripts/build/wrong-versions/wrong-versions-in.ts'
import type { StepCorpus } from '../../scripts/power/lab-corpus.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { expectGolden } from '../core/explain/golden.ts'
import { tellMutant } from '../core/explain/told-mutant.ts'

/** The mutants that the instructions of a step show. */
export function shownMutants({ lab, step, mutants }: StepCorpus): readonly Mutant[] {
  const file = join(ROOT, 'labs', lab.id, 'steps', step.id, 'instructions.mdx')
  const shown = wrongVersionsIn(readFileSync(file, 'utf8'))
  return mutants.filter(({ id }) => shown.includes(id))
}

/** One test for each of these mutants; REWRITE=1 writes their texts anew. */
export function describeStories(step: StepCorpus, mutants: readonly Mutant[]): void {
  describe(`${step.lab.id}/${step.step.id}`, () => {
    test.each(mutants)('mutant $id: $title', (mutant) => {
      const { check, seed, story } = tellMutant(step, mutant)
      const head = `# ${mutant.id}: ${mutant.title}\n# ${check.title}, seed ${seed}\n\n`
      expectGolden(`${step.lab.id}-${step.step.id}-${mutant.id}`, head + printStory(story))
    })
  })
}
