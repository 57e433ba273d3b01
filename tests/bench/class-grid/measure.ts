/** Times the stores of a class, in a process that may load them; prints JSON. */

import { rankClaims } from '../../../app/_classes/claims/rank-claims.ts'
import { readStepFailures } from '../../../app/_server/classes/broken-checks.ts'
import { readGradebook } from '../../../app/_server/classes/grades/gradebook.ts'
import { readOwnGrades } from '../../../app/_server/classes/grades/released.ts'
import { readGrid } from '../../../app/_server/classes/grid.ts'
import { readLearnerWork } from '../../../app/_server/classes/learner-work.ts'
import { readSimilarity } from '../../../app/_server/classes/similarity.ts'
import { db } from '../../../prisma/client.ts'
import { Prisma } from '../../../prisma/generated/client.ts'
import type { Figure } from '../figure.ts'
import { medianMs } from './median-ms.ts'

const classId = process.argv[2] ?? ''

const NOW = new Date()
const figures: readonly Figure[] = [
  { name: 'grid of 1,000 × 60', value: await medianMs(() => readGrid(classId, NOW)), unit: 'ms' },
  {
    name: 'claims of a step, 1,000 learners',
    value: await medianMs(async () =>
      rankClaims((await readStepFailures(classId, 'raft', 's7')).broken),
    ),
    unit: 'ms',
  },
  {
    name: 'similar submissions of a step, 1,000 learners',
    value: await medianMs(() => readSimilarity({ classId, labId: 'raft', stepId: 's7' })),
    unit: 'ms',
  },
  {
    name: 'work of one learner, 60 steps',
    value: await medianMs(() => readLearnerWork(classId, 'l500', NOW)),
    unit: 'ms',
  },
  {
    name: 'gradebook of 1,000 × 60',
    value: await medianMs(() => readGradebook(classId, NOW)),
    unit: 'ms',
  },
  {
    name: 'grades of one learner, 60 steps',
    value: await medianMs(() => readOwnGrades(classId, 'l500', NOW)),
    unit: 'ms',
  },
]

/** What PostgreSQL did for the slowest query of the grid, as the store sends it. */
const steps = Array.from({ length: 60 }, (_, at) => `s${at + 1}`)
const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`
  explain (analyze, buffers)
  select submission."userId", submission."labId", submission."stepId", count(*)::int,
    min(submission."createdAt") filter (where verdict.outcome = 'passed')
  from "Membership" member
  join "Submission" submission on submission."userId" = member."userId"
  join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
  where member."classId" = ${classId}::uuid and member.role = 'learner'
    and submission."labId" = any(${['raft']}) and submission."stepId" = any(${steps})
    and member.state = 'active' and verdict.outcome <> 'our-fault'
  group by 1, 2, 3`)
console.log(JSON.stringify({ figures, plans: plan.map((line) => line['QUERY PLAN']).join('\n') }))
await db.$disconnect()
