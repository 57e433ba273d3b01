/**
 * `npm run power`: how much the checks can see. Runs every mutant of every step, and
 * every correct solution, and prints which check caught what.
 *
 * `npm run power -- --effort 10` tries ten times as many seeds.
 */
import {
  compileSolution,
  mutate,
  readCorpus,
  reasonOf,
  type StepCorpus,
  tryCheck,
} from './power/lab-corpus.ts'

interface Tally {
  mutants: number
  caught: number
  falseAlarms: number
}

const effortIndex = process.argv.indexOf('--effort')
const effort = effortIndex < 0 ? 1 : Number(process.argv[effortIndex + 1])
if (!Number.isInteger(effort) || effort < 1) {
  console.error('power: --effort takes a whole number, 1 or more')
  process.exit(2)
}

const tally: Tally = { mutants: 0, caught: 0, falseAlarms: 0 }
for (const corpus of await readCorpus()) {
  console.log(`\n${corpus.lab.id}/${corpus.step.id}`)
  tryMutants(corpus)
  tryCorrectSolutions(corpus)
}
const { caught, mutants, falseAlarms } = tally
console.log(`\npower: ${caught}/${mutants} caught, ${falseAlarms} false alarms`)
process.exitCode = caught === mutants && falseAlarms === 0 ? 0 : 1

function tryMutants({ lab, checks, solution, mutants }: StepCorpus): void {
  for (const mutant of mutants) {
    const code = compileSolution(mutate(solution, mutant))
    const failures = checks
      .map((check) => tryCheck(code, lab, check, effort))
      .filter(({ verdict }) => verdict !== 'pass')
    const named = failures.find((result) => reasonOf(result) === mutant.breaks)
    tally.mutants++
    if (named !== undefined) tally.caught++
    const by =
      named === undefined
        ? `MISSED (${failures.map((result) => `${result.checkId}: ${reasonOf(result)}`).join('; ') || 'every check passed'})`
        : `${named.checkId}, seed ${named.failure?.seed}`
    console.log(
      `  ${mutant.id.padEnd(5)} ${mutant.breaks.padEnd(28)} ${by.padEnd(36)} ${mutant.title}`,
    )
  }
}

function tryCorrectSolutions({ lab, checks, solution, variants }: StepCorpus): void {
  for (const { name, source } of [{ name: 'solution.ts', source: solution }, ...variants]) {
    const code = compileSolution(source)
    for (const check of checks) {
      const result = tryCheck(code, lab, check, effort)
      if (result.verdict === 'pass') continue
      tally.falseAlarms++
      console.log(
        `  FALSE ALARM ${name}: ${check.id}, seed ${result.failure?.seed}: ${reasonOf(result)}`,
      )
    }
  }
  console.log(`  ${variants.length + 1} correct solutions tried`)
}
