/** How correct solutions fare: no check may blame one of them, whatever the seed. */
import { compileSolution, type StepCorpus } from './lab-corpus.ts'
import { cpuMs, reasonOfSeed, runUntilFailure, seedsOf } from './submission.ts'

export interface CorrectReport {
  readonly name: string
  readonly seeds: number
  /** A full grade of one submission, in milliseconds of CPU time. */
  readonly visibleCpuMs: number
  readonly hiddenCpuMs: number
  /** Check, seed and reason of each false alarm. */
  readonly falseAlarms: readonly string[]
}

/** Tries the reference and every variant in as many submissions as wanted. */
export function tryCorrectSolutions(
  { lab, step, checks, solution, variants }: StepCorpus,
  options: { readonly submissions: number; readonly effort: number; readonly base: number },
): readonly CorrectReport[] {
  const { submissions, effort, base } = options
  return [{ name: 'solution.ts', source: solution }, ...variants].map(({ name, source }) => {
    const trial = { lab, code: compileSolution(source) }
    const falseAlarms: string[] = []
    const spent = { visible: 0, hidden: 0 }
    let seedsRun = 0
    for (const check of checks) {
      const isVisible = step.visible.includes(check)
      const start = cpuMs()
      // The visible seeds of all submissions are the same; more of them come with more effort.
      for (let number = 0; number < (isVisible ? 1 : submissions); number++) {
        const seeds = seedsOf(step, check, { submission: base + number, effort })
        const run = runUntilFailure(trial, check, seeds)
        seedsRun += run.seedsRun
        if (run.failure === undefined) continue
        const { seed } = run.failure.result
        falseAlarms.push(`${check.id}, seed ${seed}: ${reasonOfSeed(run.failure.result)}`)
      }
      const perGrade = (cpuMs() - start) / effort / (isVisible ? 1 : submissions)
      spent[isVisible ? 'visible' : 'hidden'] += perGrade
    }
    const { visible, hidden } = spent
    return { name, seeds: seedsRun, visibleCpuMs: visible, hiddenCpuMs: hidden, falseAlarms }
  })
}
