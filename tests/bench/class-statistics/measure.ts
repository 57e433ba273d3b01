/** Times the stores of a class's statistics, in a process that may load them; prints JSON. */
import { DEFAULT_RULES } from '../../../app/_classes/at-risk/rules.ts'
import { checkItems } from '../../../app/_classes/statistics/check-items.ts'
import { heatMap } from '../../../app/_classes/statistics/heat-map.ts'
import { quizItems } from '../../../app/_classes/statistics/quiz-items.ts'
import { readGrid } from '../../../app/_server/classes/grid.ts'
import { readActivity } from '../../../app/_server/classes/statistics/activity.ts'
import { readAtRisk } from '../../../app/_server/classes/statistics/at-risk.ts'
import { readCheckOutcomes } from '../../../app/_server/classes/statistics/check-outcomes.ts'
import { readFirstAnswers } from '../../../app/_server/classes/statistics/first-answers.ts'
import { db } from '../../../prisma/client.ts'
import { medianMs } from '../class-grid/median-ms.ts'
import type { Figure } from '../figure.ts'
import { explained } from './explained.ts'

const classId = process.argv[2] ?? ''
const NOW = new Date()
const WEEK_MS = 7 * 86_400_000
const SINCE = {
  month: new Date(NOW.getTime() - 4 * WEEK_MS),
  year: new Date(NOW.getTime() - 52 * WEEK_MS),
}
const IDS = Array.from({ length: 10 }, (_, at) => `question-${at}`)
const grid = await readGrid(classId, NOW)

const STORES: readonly (readonly [name: string, work: () => Promise<unknown>])[] = [
  [
    'questions of a quiz, 1,000 learners',
    async () => quizItems(await readFirstAnswers(classId, 'quiz'), IDS),
  ],
  [
    'checks of a step, 1,000 learners',
    async () => checkItems(await readCheckOutcomes(classId, 'raft', 's7')),
  ],
  [
    'days and hours of 4 weeks, 60 steps',
    async () => heatMap(await readActivity(classId, grid.units, SINCE.month), 'Europe/Vienna'),
  ],
  [
    'days and hours of a year, 60 steps',
    async () => heatMap(await readActivity(classId, grid.units, SINCE.year), 'Europe/Vienna'),
  ],
  ['who may need somebody, beside the grid', () => readAtRisk(grid, [DEFAULT_RULES], NOW)],
]

const figures: Figure[] = []
for (const [name, work] of STORES) figures.push({ name, value: await medianMs(work), unit: 'ms' })
const plans = await explained(STORES)
console.log(JSON.stringify({ figures, plans }))
await db.$disconnect()
