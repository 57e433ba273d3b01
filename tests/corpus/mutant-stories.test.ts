/**
 * The stories of the mutants that instructions show, as reviewed text: a change here is a change
 * of what learners read. It takes a minute of computing, so it is not among the fast tests.
 */
import { readCorpus } from '../../scripts/power/lab-corpus.ts'
import { describeStories, shownMutants } from '../support/told-mutants.ts'

for (const step of await readCorpus()) {
  if (step.step.id !== '03-election') describeStories(step, shownMutants(step))
}
