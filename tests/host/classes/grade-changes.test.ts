/** What staff change of grades on a real database: by hand, by releasing them, by grading again. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { breakdownOf } from '#app/_classes/grades/grade-text.ts'
import { deleteAccount } from '#app/_server/account/delete-account.ts'
import { adjustGrade, removeAdjustment } from '#app/_server/classes/grades/adjustments.ts'
import { readGradebook } from '#app/_server/classes/grades/gradebook.ts'
import {
  applyRegrade,
  discardRegrade,
  orderRegrade,
  readRegrade,
} from '#app/_server/classes/grades/regrade.ts'
import { setReleased } from '#app/_server/classes/grades/release.ts'
import { readOwnGrades } from '#app/_server/classes/grades/released.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { raft } from '#labs/raft/lab.ts'
import { expectRefusedWithoutEntry } from '../accounts/refused-entries.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded } from './class-world.ts'

vi.mock('#app/_server/quizzes.ts', () => ({ readQuizSets: () => Promise.resolve([]) }))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))

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
  await db.$executeRaw`delete from graphile_worker._private_jobs`
  owner = await makePerson('owner', 'instructor')
  await makePerson('ada', 'member')
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada'])
})

const ada = () => ({ ...world, userId: 'ada' })

async function gradeOfAda(previewOf?: string) {
  const preview = previewOf === undefined ? {} : { previewOf }
  const { learners } = await readGradebook(world.classId, new Date(), { userId: 'ada', ...preview })
  const grade = learners[0]?.grades[0]
  return { points: (grade?.hundredths ?? 0) / 100, told: grade ? breakdownOf(grade) : [] }
}

/** A submission of Ada's that an old version of the lab judged. */
async function handIn(held: number, labVersion = 1): Promise<string> {
  const id = await makeGraded({ userId: 'ada', outcome: held === 10 ? 'passed' : 'failed' })
  await db.submissionVerdict.update({
    where: { submissionId: id },
    data: { checksHeld: held, checksTotal: 10, labVersion },
  })
  return id
}

/** What a grader does with the job of a regrade. */
async function judgeAgain(submissionId: string, held: number): Promise<void> {
  const { count } = await db.regradeResult.updateMany({
    where: { submissionId, isApplied: false, outcome: null },
    data: {
      outcome: held === 10 ? 'passed' : 'failed',
      checksHeld: held,
      checksTotal: 10,
      gradedAt: new Date(),
    },
  })
  expect(count).toBe(1)
}

const jobs = () => db.$queryRaw<{ key: string }[]>`
  select key from graphile_worker.jobs where task_identifier = 'rehearse'`

describe('an adjustment', () => {
  const half = { kind: 'add', hundredths: 50, reason: 'The machine was down.' } as const

  test('changes one grade, says why and by whom, and can be taken back', async () => {
    await handIn(8)
    expect((await adjustGrade(owner, { ...ada(), ...half })).kind).toBe('done')
    expect(await gradeOfAda()).toEqual({
      points: 8.5,
      told: ['8 of 10: 8 of 10 checks hold in attempt 1.', '+0.5 by owner: The machine was down.'],
    })
    expect((await removeAdjustment(owner, ada())).kind).toBe('done')
    expect((await gradeOfAda()).points).toBe(8)
    expect(await removeAdjustment(owner, ada())).toMatchObject({ status: 404 })
  })

  test('stays when more is handed in, and when staff who made it have gone', async () => {
    const ina = await makePerson('ina', 'member')
    await addMembers(world.classId, 'assistant', ['ina'])
    await adjustGrade(ina, { ...ada(), kind: 'set', hundredths: 950, reason: 'Agreed.' })
    await handIn(3)
    expect(await deleteAccount(ina, 'ina@netsplit.example')).toBe('deleted')
    expect(await gradeOfAda()).toMatchObject({ points: 9.5 })
    expect((await gradeOfAda()).told.at(-1)).toContain('somebody whose account is gone')
  })

  test('is for learners of the class, and not below zero', async () => {
    expect(await adjustGrade(owner, { ...world, ...half, userId: 'owner' })).toMatchObject({
      status: 404,
    })
    const below = { ...ada(), ...half, kind: 'set' as const, hundredths: -1 }
    expect(await adjustGrade(owner, below)).toMatchObject({ status: 400 })
    const other = await makeClass('owner')
    const foreign = { ...ada(), ...half, assignmentId: other.assignmentId }
    expect(await adjustGrade(owner, foreign)).toMatchObject({ status: 404 })
  })
})

describe('a regrade', () => {
  const order = () => orderRegrade(owner, world)
  const preview = () => gradeOfAda(world.assignmentId)

  test('changes nothing before it is applied, and then what the preview said', async () => {
    const [first, second] = [await handIn(6), await handIn(9)]
    expect((await order()).kind).toBe('done')
    expect(await jobs()).toHaveLength(2)
    await judgeAgain(first, 10)
    expect(await readRegrade(world.assignmentId)).toMatchObject({ graded: 1, waiting: 1 })
    expect(await applyRegrade(owner, world)).toMatchObject({ status: 409 })
    await judgeAgain(second, 4)
    expect(await gradeOfAda()).toMatchObject({ points: 9 })
    const shown = await preview()
    expect(shown).toEqual({
      points: 10,
      told: [`10 of 10: attempt 1 passed, graded again with lab version ${raft.version}.`],
    })
    expect((await applyRegrade(owner, world)).kind).toBe('done')
    expect(await gradeOfAda()).toEqual(shown)
    expect(await readRegrade(world.assignmentId)).toBeUndefined()
    const verdict = await db.submissionVerdict.findUniqueOrThrow({ where: { submissionId: first } })
    expect(verdict).toMatchObject({ outcome: 'failed', checksHeld: 6, labVersion: 1 })
  })

  test('that is discarded leaves everything as it was', async () => {
    await judgeAgain(await ordered(9), 2)
    expect((await preview()).points).toBe(2)
    expect((await discardRegrade(owner, world)).kind).toBe('done')
    expect((await preview()).points).toBe(9)
    expect(await db.regradeResult.count()).toBe(0)
    expect(await discardRegrade(owner, world)).toMatchObject({ status: 404 })
    expect(await applyRegrade(owner, world)).toMatchObject({ status: 404 })
  })

  test('keeps what was adjusted by hand', async () => {
    await adjustGrade(owner, { ...ada(), kind: 'add', hundredths: -100, reason: 'Copied.' })
    await judgeAgain(await ordered(6), 9)
    await applyRegrade(owner, world)
    expect((await gradeOfAda()).points).toBe(8)
  })

  test('leaves as it is what nobody could grade', async () => {
    const id = await ordered(6)
    await db.regradeResult.updateMany({ where: { submissionId: id }, data: { fault: 'No.' } })
    expect(await readRegrade(world.assignmentId)).toMatchObject({ faults: 1, waiting: 0 })
    expect((await order()).kind).toBe('done')
    expect(await readRegrade(world.assignmentId)).toMatchObject({ faults: 0, waiting: 1 })
    await db.regradeResult.updateMany({ where: { submissionId: id }, data: { fault: 'No.' } })
    expect((await applyRegrade(owner, world)).kind).toBe('done')
    expect((await gradeOfAda()).points).toBe(6)
  })

  test('takes in what came since, and nothing twice', async () => {
    const id = await ordered(6)
    await judgeAgain(id, 7)
    const later = await handIn(1)
    expect((await order()).kind).toBe('done')
    expect(await readRegrade(world.assignmentId)).toMatchObject({ graded: 1, waiting: 1 })
    await judgeAgain(later, 8)
    await applyRegrade(owner, world)
    expect((await gradeOfAda()).points).toBe(8)
    expect(await order()).toMatchObject({ status: 409 })
  })

  test('is not for what the present version judged, nor for lessons', async () => {
    await handIn(6, raft.version)
    expect(await order()).toMatchObject({ status: 409 })
    await db.assignment.update({
      where: { id: world.assignmentId },
      data: { kind: 'lesson', target: 'the-map', stepIds: [] },
    })
    expect(await order()).toMatchObject({ status: 409 })
    expect(await jobs()).toEqual([])
  })

  test('of one assignment changes no other one of the same step', async () => {
    const other = await makeClass('owner')
    await addMembers(other.classId, 'learner', ['ada'])
    await judgeAgain(await ordered(6), 9)
    await applyRegrade(owner, world)
    const { learners } = await readGradebook(other.classId, new Date())
    expect(learners[0]?.grades[0]?.hundredths).toBe(600)
  })

  test('gives way to a verdict of a later version', async () => {
    const id = await ordered(6)
    await judgeAgain(id, 9)
    await applyRegrade(owner, world)
    await db.submissionVerdict.update({
      where: { submissionId: id },
      data: { labVersion: raft.version + 1, checksHeld: 5 },
    })
    expect((await gradeOfAda()).points).toBe(5)
  })

  async function ordered(held: number): Promise<string> {
    const id = await handIn(held)
    expect((await order()).kind).toBe('done')
    return id
  }
})

test('releasing shows a grade to its learner, and withholding hides it again', async () => {
  await handIn(7)
  const shown = async () =>
    (await readOwnGrades(world.classId, 'ada', new Date()))?.works[0]?.grade?.hundredths
  const set = (isReleased: boolean) => setReleased(owner, { ...world, isReleased })
  expect(await shown()).toBeUndefined()
  await set(true)
  expect(await shown()).toBe(700)
  await set(true)
  expect(await db.auditEntry.count({ where: { action: 'grades.released' } })).toBe(1)
  await set(false)
  expect(await shown()).toBeUndefined()
  const other = await makeClass('owner')
  const foreign = { ...world, assignmentId: other.assignmentId, isReleased: true }
  expect(await setReleased(owner, foreign)).toMatchObject({ status: 404 })
})

describe('audit entries', () => {
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'an adjustment': () =>
      adjustGrade(owner, { ...ada(), kind: 'add', hundredths: 50, reason: 'Agreed.' }),
    'a release': () => setReleased(owner, { ...world, isReleased: true }),
    'a regrade': () => orderRegrade(owner, world),
  }
  const countAll = () =>
    Promise.all([
      db.gradeAdjustment.count(),
      db.assignment.count({ where: { releasedAt: null } }),
      db.regrade.count(),
      db.regradeResult.count(),
      jobs().then(({ length }) => length),
    ])

  test.each(Object.keys(changes))('stand or fall with the change: %s', async (name) => {
    await handIn(7)
    const before = await countAll()
    await expectRefusedWithoutEntry(changes[name])
    expect(await countAll()).toEqual(before)
    await changes[name]?.()
    expect(await countAll()).not.toEqual(before)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectKind: 'class' } })
    expect(JSON.stringify(entry.after)).not.toContain('Agreed')
  })
})
