/** The files of a gradebook, read back: a workbook whose texts are texts, and tables. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pseudonyms } from '#app/_classes/pseudonyms.ts'
import { exportAccount } from '#app/_server/account/export/export-account.ts'
import { exportGrades } from '#app/_server/classes/grades/export-grades.ts'
import { db } from '#db'
import { unzip } from '../../support/unzip.ts'
import { type AccountSite, startAccountSite } from '../accounts/site.ts'
import { clearPeople, makePerson } from '../accounts/world.ts'
import { addMembers, type ClassWorld, makeClass, makeGraded } from './class-world.ts'

const asked = vi.hoisted(() => ({ hidesNames: false }))
vi.mock('#app/_server/session.ts', () => ({
  readActing: () => Promise.resolve({ hidesNames: asked.hidesNames }),
}))
vi.mock('#app/_server/quizzes.ts', () => ({ readQuizSets: () => Promise.resolve([]) }))
vi.mock('#app/_server/content.ts', () => ({ readCourse: () => Promise.resolve({ modules: [] }) }))

let site: AccountSite
let world: ClassWorld
beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  asked.hidesNames = false
  await db.class.deleteMany({})
  await clearPeople()
  await makePerson('owner', 'instructor')
  const ada = await makePerson('ada', 'member')
  await db.user.update({ where: { id: ada.id }, data: { name: '=1+1 & "Ada" <b>' } })
  world = await makeClass('owner')
  await addMembers(world.classId, 'learner', ['ada'])
  await makeGraded({ userId: 'ada', outcome: 'passed' })
})

const read = async (format: 'csv' | 'canvas' | 'xlsx') =>
  new Uint8Array(await (await exportGrades(world.classId, format)).arrayBuffer())

describe('a gradebook', () => {
  test('as a workbook has texts and numbers, and no formula', async () => {
    const files = unzip(await read('xlsx'))
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('<v>10</v>')
    const all = [...files.values()].join('')
    expect(all).not.toContain('<f>')
    expect(all).toContain('\'=1+1 &amp; "Ada" &lt;b&gt;')
  })

  test.each(['csv', 'canvas'] as const)('as %s is read as it was written', async (format) => {
    const rows: string[][] = parse(Buffer.from(await read(format)), { bom: true })
    expect(rows[2]?.[0]).toBe('\'=1+1 & "Ada" <b>')
    expect(rows[2]?.at(-1)).toBe('10')
    expect(rows[2]).toContain('ada@netsplit.example')
  })

  test.each(['csv', 'canvas', 'xlsx'] as const)(
    'as %s names nobody whose name is hidden',
    async (format) => {
      asked.hidesNames = true
      const cell = { assignmentId: world.assignmentId, userId: 'ada' }
      await db.gradeAdjustment.create({
        data: { ...cell, kind: 'add', hundredths: 50, reason: 'Ada was ill.' },
      })
      const bytes = await read(format)
      const text =
        format === 'xlsx' ? [...unzip(bytes).values()].join('') : Buffer.from(bytes).toString()
      expect(text).toContain(pseudonyms(['ada', 'owner'], world.classId).get('ada'))
      expect(text).not.toContain('Ada')
      expect(text).not.toContain('ada@')
    },
  )
})

test('a learner’s own export has what staff adjusted once it is released', async () => {
  const { assignmentId } = world
  await db.gradeAdjustment.create({
    data: { assignmentId, userId: 'ada', kind: 'add', hundredths: -50, reason: 'Copied lines.' },
  })
  const user = await db.user.findUniqueOrThrow({ where: { id: 'ada' } })
  const session = {
    id: 'ada',
    name: user.name,
    isGuest: false,
    role: 'member' as const,
    sessionId: 'ada-session',
    signedInAt: new Date(),
    address: undefined,
  }
  const classes = async () =>
    unzip(new Uint8Array(await new Response(exportAccount(session)).arrayBuffer())).get(
      'classes.json',
    )
  expect(await classes()).not.toContain('Copied lines.')
  await db.assignment.update({ where: { id: assignmentId }, data: { releasedAt: new Date() } })
  expect(await classes()).toContain('Copied lines.')
})
