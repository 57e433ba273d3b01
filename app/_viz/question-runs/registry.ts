/**
 * Runs of questions whose schedule no figure of a lesson has, by `runs/name`, each loaded only when
 * its question has been answered. tests/content/questions.test.ts holds this list against the files.
 */
import type { RunFigure } from '#content/schema/figure.ts'

type LoadRun = () => Promise<{ readonly figure: RunFigure }>

export const QUESTION_RUNS: Readonly<Record<string, LoadRun>> = {
  'runs/quorum-settings': () => import('#content/questions/runs/quorum-settings.run.ts'),
  'runs/two-clocks': () => import('#content/questions/runs/two-clocks.run.ts'),
}
