/** Similar submissions on a database: whose and which are compared, and who is said to have looked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listClassEntries } from '#app/_server/audit/read.ts'
import { compareTwo, readSimilarity, recordLook } from '#app/_server/classes/similarity.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { ROOT } from '../../../scripts/state/paths.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded, STEP } from './class-world.ts'

const LEARNERS = ['ada', 'bob', 'carol', 'dan']
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const read = (path: string) => readFileSync(join(ROOT, 'labs', STEP.labId, path), 'utf8')
const STARTER = read(`steps/${STEP.stepId}/starter.ts`)
const COPIED = read(`variants/${STEP.stepId}/ticking.ts`)
const OWN = read(`variants/${STEP.stepId}/state-machine.ts`)
const renamed = (source: string) => source.replaceAll('term', 'period')

let site: AccountSite
let owner: SessionUser
let world: ClassWorld
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await db.class.deleteMany({})
  await clearPeople()
  owner = await makePerson('owner', 'instructor')
  for (const id of LEARNERS) await makePerson(id, 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', LEARNERS)
})

const readStep = () => readSimilarity({ classId: world.classId, ...STEP })

async function groups(): Promise<readonly (readonly string[])[]> {
  const { clusters } = await readStep()
  return clusters.map(({ programs }) => programs.flatMap(({ userIds }) => userIds).toSorted())
}

const pass = (userId: string, source: string, hours = 1) =>
  makeGraded({ userId, source, outcome: 'passed', createdAt: ago(hours) })

test('groups learners of the class whose code is alike, whatever it calls things', async () => {
  await pass('ada', COPIED, 5)
  await pass('bob', renamed(COPIED))
  await pass('carol', OWN)
  await makeGraded({ userId: 'dan', source: STARTER, outcome: 'failed' })
  expect(await groups()).toEqual([['ada', 'bob']])
})

test('says nothing of those who left the starter as it was', async () => {
  for (const userId of LEARNERS) await makeGraded({ userId, source: STARTER, outcome: 'failed' })
  expect(await groups()).toEqual([])
})

test('compares the first that passed, else the newest, and no fault of ours', async () => {
  await pass('ada', OWN, 9)
  await pass('ada', COPIED, 1)
  await makeGraded({ userId: 'bob', source: OWN, outcome: 'failed', createdAt: ago(9) })
  await makeGraded({ userId: 'bob', source: COPIED, outcome: 'failed', createdAt: ago(2) })
  await makeGraded({ userId: 'bob', source: OWN, outcome: 'our-fault', createdAt: ago(1) })
  const { handed } = await readStep()
  expect([handed.get('ada')?.source, handed.get('bob')?.source]).toEqual([OWN, COPIED])
})

test('looks at learners of the class and at its step alone', async () => {
  await makePerson('eve', 'member')
  await pass('ada', COPIED)
  await pass('eve', COPIED)
  await makeGraded({ userId: 'bob', source: COPIED, outcome: 'passed', stepId: '04-pre-vote' })
  await addMembers(world.classId, 'assistant', ['eve'])
  expect([...(await readStep()).handed.keys()]).toEqual(['ada'])
})

test('marks what two have in common, in the lines of each', async () => {
  await pass('ada', COPIED)
  await pass('bob', `// mine\n\n${renamed(COPIED)}`)
  const step = await readStep()
  const compared = compareTwo(step, 'ada', 'bob')
  const [first] = compared?.regions ?? []
  expect((first?.right.first ?? 0) - (first?.left.first ?? 0)).toBe(2)
  expect(compareTwo(step, 'ada', 'ada')).toBeUndefined()
  expect(compareTwo(step, 'ada', 'carol')).toBeUndefined()
})

test('is written down with who looked, and at whom', async () => {
  await recordLook(owner, { classId: world.classId, ...STEP })
  await recordLook(owner, { classId: world.classId, ...STEP }, ['ada', 'bob'])
  const entries = await listClassEntries(world.classId)
  expect(entries.map(({ deed, actor, person }) => [actor.id, deed, person?.id])).toEqual([
    ['owner', 'compared the code of two learners', 'ada'],
    ['owner', 'looked for similar submissions', undefined],
  ])
})
