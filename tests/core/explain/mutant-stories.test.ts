/**
 * The stories of all mutants of the election step, as reviewed text: a change here is a change
 * of what learners read. Those of other steps are in tests/corpus/mutant-stories.test.ts.
 */
import { readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { describeStories } from '../../support/told-mutants.ts'

for (const step of await readCorpus()) {
  if (step.step.id === '03-election') describeStories(step, step.mutants)
}
