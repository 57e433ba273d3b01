/** Taking one's data along, and deleting it, on a real database. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteAccount } from '#app/_server/account/delete-account.ts'
import { exportAccount } from '#app/_server/account/export/export-account.ts'
import { changeName } from '#app/_server/account/name.ts'
import { setRole } from '#app/_server/admin/rights.ts'
import { adoptGuest } from '#app/_server/adopt-guest.ts'
import type { SessionUser } from '#app/_server/session.ts'
import { db } from '#db'
import { SCHEMA_FILE } from '../../../scripts/migrate/migration-files.ts'
import { unzip } from '../../support/unzip.ts'
import { type AccountSite, startAccountSite } from './site.ts'
import { clearPeople, makePerson, makeWork, STEP } from './world.ts'

vi.mock('#app/_server/session.ts', () => ({}))

let site: AccountSite
let ada: SessionUser

beforeAll(async () => {
  site = await startAccountSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await clearPeople()
  ada = await makePerson('ada', 'member')
  await makePerson('eve', 'member')
})

async function exportOf(user: SessionUser): Promise<ReadonlyMap<string, string>> {
  return unzip(new Uint8Array(await new Response(exportAccount(user)).arrayBuffer()))
}

function listIn(files: ReadonlyMap<string, string>, name: string): readonly { file?: string }[] {
  return JSON.parse(files.get(name) ?? 'null') as readonly { file?: string }[]
}

describe('an export', () => {
  test('has all that is the reader’s, and nothing of anybody else', async () => {
    await makeWork('ada')
    await makeWork('eve')
    await changeName(ada, 'Ada')
    const files = await exportOf(ada)
    expect(files.get('drafts/raft/03-election.ts')).toBe('// drafted by ada')
    for (const [folder, source] of [
      ['attempts', '// tried by ada'],
      ['submissions', '// submitted by ada'],
      ['shared-runs', '// shared by ada'],
    ] as const) {
      const list = listIn(files, `${folder}.json`)
      expect(list.length).toBe(1)
      expect(files.get(list[0]?.file ?? '')).toBe(source)
    }
    expect(files.get('submissions.json')).toContain('"outcome": "passed"')
    expect(files.get('profile.json')).toContain('ada@netsplit.example')
    expect(files.get('interviews.json')).toContain('written by ada')
    for (const list of ['reviews/log.json', 'reviews/cards.json', 'quizzes.json']) {
      expect(listIn(files, list).length, list).toBe(1)
    }
    expect(listIn(files, 'sign-in-methods.json').length).toBe(2)
    expect(listIn(files, 'sessions.json').length).toBe(2)
    expect(listIn(files, 'audit.json').length).toBe(1)
    expect([...files.values()].join('\n')).not.toMatch(/\beve\b/)
  })

  test('names every file in its readme, and no secret', async () => {
    await makeWork('ada')
    const files = await exportOf(ada)
    const readme = files.get('README.txt') ?? ''
    for (const path of files.keys()) {
      if (path !== 'README.txt') expect(readme).toContain(path.split('/')[0])
    }
    const { token } = await db.session.findFirstOrThrow({ where: { userId: 'ada' } })
    expect([...files.values()].join('\n')).not.toContain(token)
  })

  test('has everything when there is much of it, one batch after the other', async () => {
    await db.submission.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        ...STEP,
        userId: 'ada',
        labVersion: 1,
        source: `// attempt ${index}`,
      })),
    })
    const files = await exportOf(ada)
    const list = listIn(files, 'submissions.json')
    expect(new Set(list.map(({ file }) => files.get(file ?? ''))).size).toBe(120)
  })

  test('tells nobody who else did something', async () => {
    const root = await makePerson('root', 'administrator')
    await setRole(root, 'ada', 'instructor')
    const text = (await exportOf(ada)).get('audit.json') ?? ''
    expect(text).toContain('somebody else')
    expect(text).not.toContain('root')
    expect(text).not.toContain('192.0.2.1')
  })

  test('of somebody new is there, too', async () => {
    const files = await exportOf(await makePerson('guest', 'guest'))
    expect(listIn(files, 'submissions.json')).toEqual([])
    expect(files.get('profile.json')).toContain('"role": "guest"')
  })
})

describe('a guest', () => {
  test('loses nothing by signing up, in whichever table it is', async () => {
    const waysIn = ['Session', 'Account', 'Passkey', 'OneTimeLink']
    // Only who has an account may join a class (`class.join`), and work or be seen there.
    const ofClasses = [
      'Membership',
      'RosterEntry',
      'Extension',
      'Viewing',
      'GradeAdjustment',
      'CodeReview',
      'SavedComment',
      'LtiEnrolment',
      'LtiScore',
    ]
    const workOf = async (id: string) =>
      (await rowsWith(id)).filter((table) => !waysIn.includes(table)).toSorted()
    await makePerson('guest', 'guest')
    await makeWork('guest')
    const work = await workOf('guest')
    await adoptGuest({ guestId: 'guest', accountId: 'ada' })
    expect(await rowsWith('guest')).toEqual([])
    expect(await workOf('ada')).toEqual(work)
    // The fixture has a row for each table: whoever adds one, adds it there, too.
    expect([...new Set([...work, ...waysIn, ...ofClasses])].toSorted()).toEqual(
      (await tablesOfPeople()).toSorted(),
    )
  })
})

describe('a deletion', () => {
  test('wants the address typed', async () => {
    expect(await deleteAccount(ada, 'eve@netsplit.example')).toBe('mistyped')
    expect(await deleteAccount(ada, '')).toBe('mistyped')
    expect(await db.user.count({ where: { id: 'ada' } })).toBe(1)
  })

  test('takes all that is theirs, and leaves what is another’s', async () => {
    await makeWork('ada')
    await makeWork('eve')
    expect(await deleteAccount(ada, ' Ada@netsplit.example ')).toBe('deleted')
    expect(await rowsWith('ada')).toEqual([])
    expect((await rowsWith('eve')).length).toBeGreaterThan(12)
  })

  test('leaves sums that say nothing about a person', async () => {
    await makeWork('ada')
    await makeWork('eve')
    await deleteAccount(ada, 'ada@netsplit.example')
    await deleteAccount({ ...ada, id: 'eve' }, 'eve@netsplit.example')
    expect(await db.departedTally.findMany({})).toEqual([
      { ...STEP, outcome: 'passed', people: 2, submissions: 2 },
    ])
  })

  test('leaves entries with ids only', async () => {
    const root = await makePerson('root', 'administrator')
    await setRole(root, 'ada', 'instructor')
    await changeName(ada, 'Ada')
    await deleteAccount(ada, 'ada@netsplit.example')
    const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual([
      'role.set',
      'name.changed',
      'account.deleted',
    ])
    for (const entry of entries) {
      expect(entry).toMatchObject({ before: null, after: null, address: null })
    }
  })

  test('of a guest wants words instead', async () => {
    const guest = await makePerson('guest', 'guest')
    await makeWork('guest')
    expect(await deleteAccount(guest, 'Delete my work')).toBe('deleted')
    expect(await rowsWith('guest')).toEqual([])
  })
})

/** Tables that say something about a person and are neither exported nor deleted with them. */
const NOT_THEIRS: readonly string[] = []

/** Every table that names its person, from the schema: a new one is looked at, too. */
async function tablesOfPeople(): Promise<readonly string[]> {
  const schema = await readFile(SCHEMA_FILE, 'utf8')
  return [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
    .filter(([, , body]) => /^\s+userId\s/m.test(body ?? ''))
    .map(([, name]) => name ?? '')
    .filter((name) => !NOT_THEIRS.includes(name))
}

/** Names of the tables that still hold rows of this person, once for each row. */
async function rowsWith(userId: string): Promise<readonly string[]> {
  const tables = await tablesOfPeople()
  expect(tables.length).toBeGreaterThan(8)
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `select 1 from "${table}" where "userId" = $1`,
        userId,
      )
      return rows.map(() => table)
    }),
  )
  return found.flat()
}
