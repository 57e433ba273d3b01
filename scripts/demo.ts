/**
 * `npm run demo`: a class of made-up learners on a running site, whose programs a grader judges.
 *
 *   npm run demo                     200 learners; goes on where it was stopped
 *   npm run demo -- --learners 12    a small class
 *   npm run demo -- --remove         removes the class and its learners
 */
import { db } from '#db'
import { addLearners, demoClass, removeDemo } from './demo/demo-class.ts'
import { planLearners } from './demo/demo-plan.ts'
import { addReviews } from './demo/demo-reviews.ts'
import { handIn } from './demo/hand-in.ts'
import { handedInBy, stepOf } from './demo/programs.ts'
import { requireDatabase } from './postgres/external.ts'
import { runningDatabase } from './postgres/running.ts'
import { readCorpus } from './power/lab-corpus.ts'
import { dataFolderOf } from './state/paths.ts'
import { runCommand, say, UserError } from './terminal.ts'

const LEARNERS = 200
const LEARNERS_MAX = 1_000
const SILENCE_MS_MAX = 15_000

await runCommand(async () => {
  const count = readCount(process.argv.slice(2))
  const external = process.env.DATABASE_URL ?? ''
  const url = external === '' ? await runningDatabase(dataFolderOf(process.env)) : external
  await requireDatabase(url)
  process.env.DATABASE_URL = url
  if (count === 0) {
    say(`Removed the demo class and ${await removeDemo()} learners.`)
    return 0
  }
  await requireGrader()
  const corpus = await readCorpus()
  const learners = planLearners(count, (labId, stepId) => {
    const { mutants, variants } = stepOf(corpus, labId, stepId)
    return { mutants: mutants.length, correct: variants.length + 1 }
  })
  const demo = await demoClass()
  await addLearners(demo, learners)
  const all = handedInBy(learners, demo.beganAt, corpus)
  const programs = await handIn(all)
  const reviews = await addReviews(demo, learners)
  say(
    `The demo class has ${count} learners, ${all.length} submissions of ${programs} programs, ` +
      `each program graded once, and ${reviews} reviews: /classes/${demo.id}/progress`,
  )
  return 0
})
process.exit()

/** How many learners; 0 stands for removing them. */
function readCount(args: readonly string[]): number {
  if (args.length === 0) return LEARNERS
  if (args.length === 1 && args[0] === '--remove') return 0
  const count = Number(args[1])
  const isCount = Number.isInteger(count) && count >= 1 && count <= LEARNERS_MAX
  if (args.length === 2 && args[0] === '--learners' && isCount) return count
  throw new UserError(
    `use \`npm run demo\`, \`npm run demo -- --learners 12\` (1 to ${LEARNERS_MAX}) or \`npm run demo -- --remove\``,
  )
}

/** Without a grader nothing would ever come of it. */
async function requireGrader(): Promise<void> {
  const since = new Date(Date.now() - SILENCE_MS_MAX)
  if ((await db.grader.count({ where: { heartbeatAt: { gt: since } } })) > 0) return
  throw new UserError('no grader is at work: start one with `npm start` or `npm run grader` first.')
}
