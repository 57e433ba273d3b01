/**
 * `npm run power`: how much the checks can see. Runs every mutant of every step, and every
 * correct solution, and prints which check caught what, after how many seeds, and how small the
 * failing run can be made. Fails when a mutant is missed or a correct solution is blamed.
 *
 *     npm run power -- raft/05-append     one step (any part of its id will do)
 *     npm run power -- --submissions 20   each mutant in twenty submissions with fresh seeds
 *     npm run power -- --effort 10        ten times as many seeds
 *     npm run power -- --base 100         other seeds
 *     npm run power -- --quick            without making failing runs small
 *     npm run power -- --write            tests/output/power.md as well
 *     npm run power -- quorum --survey    small changes of the references that no check notices
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catchMutant } from './power/catch-mutant.ts'
import { readCorpus, type StepCorpus, stepIdOf } from './power/lab-corpus.ts'
import { type PowerCommand, readOptions } from './power/options.ts'
import {
  correctLines,
  headLine,
  isCaught,
  mutantLine,
  powerPage,
  type StepReport,
  totalLine,
} from './power/power-text.ts'
import { surveyStep } from './power/survey/survey-step.ts'
import { unnoticedLine } from './power/survey/survey-text.ts'
import { tryCorrectSolutions } from './power/try-correct.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, UserError } from './terminal.ts'

await runCommand(async () => {
  const command = readOptions(process.argv.slice(2))
  const steps = await chosenSteps(command.steps)
  if (command.surveys) {
    for (const corpus of steps) await surveyed(corpus, command)
    return 0
  }
  const reports = steps.map((corpus) => measureStep(corpus, command))
  say(`\n${totalLine(reports)}`)
  if (command.writes) writePage(reports)
  const isGood = reports.every(
    ({ mutants, correct }) =>
      mutants.every(isCaught) && correct.every(({ falseAlarms }) => falseAlarms.length === 0),
  )
  return isGood ? 0 : 1
})

async function chosenSteps(parts: readonly string[]): Promise<readonly StepCorpus[]> {
  const all = await readCorpus()
  const chosen = all.filter((corpus) =>
    parts.length === 0 ? true : parts.some((part) => stepIdOf(corpus).includes(part)),
  )
  if (chosen.length > 0) return chosen
  throw new UserError(
    `power: no step is called ${parts.join(' or ')}; there are ${all.map(stepIdOf).join(', ')}`,
  )
}

/** Prints each change that nothing notices, as it is found: a person has to judge them. */
async function surveyed(corpus: StepCorpus, { base }: PowerCommand): Promise<void> {
  say(`\n${stepIdOf(corpus)}`)
  let [changes, noticed] = [0, 0]
  for await (const trial of surveyStep(corpus, base)) {
    changes++
    if (trial.noticedBy === null) say(unnoticedLine(corpus.solution, trial))
    else noticed++
  }
  say(`  ${noticed} of ${changes} small changes noticed`)
}

function measureStep(corpus: StepCorpus, command: PowerCommand): StepReport {
  say(`\n${stepIdOf(corpus)}`)
  say(headLine())
  const mutants = corpus.mutants.map((mutant) => {
    const report = catchMutant(corpus, mutant, command)
    say(mutantLine(report))
    return report
  })
  const correct = tryCorrectSolutions(corpus, command)
  for (const line of correctLines(correct)) say(line)
  return { corpus, mutants, correct }
}

function writePage(reports: readonly StepReport[]): void {
  const folder = join(ROOT, 'tests', 'output')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'power.md'), powerPage(reports))
  say('written: tests/output/power.md')
}
