/** The quiz's routes: what they take, what they refuse, and that no answer is told too early. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoredReviews } from '#app/_quiz/wire.ts'
import { makeBank } from '#app/_server/questions.ts'
import { readAttempt } from '#app/_server/quiz-attempts.ts'
import { POST as handIn } from '#app/api/quiz/attempts/[id]/hand-in/route.ts'
import { POST as answerItem } from '#app/api/quiz/attempts/[id]/route.ts'
import { POST as start } from '#app/api/quiz/attempts/route.ts'
import { POST as importLog } from '#app/api/quiz/import/route.ts'
import { POST as keys } from '#app/api/quiz/keys/route.ts'
import { POST as review } from '#app/api/quiz/reviews/route.ts'
import { POST as settings } from '#app/api/quiz/settings/route.ts'
import { db } from '#db'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase, type TestDatabase } from '../support/database.ts'
import { ANSWERS, QUESTIONS, RIGHT, WRONG } from '../support/some-questions.ts'

/** Who asks; sessions have tests of their own. */
const asking = vi.hoisted(() => ({ id: '' }))
const readAsker = () =>
  Promise.resolve(
    asking.id === '' ? undefined : { id: asking.id, name: '', isGuest: false, role: 'member' },
  )
vi.mock('#app/_server/session.ts', () => ({
  readUser: () => readAsker(),
  readActing: () => readAsker(),
  ensureUser: () => {
    asking.id = 'new-guest'
    return Promise.resolve({ id: 'new-guest', isGuest: true })
  },
}))
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }))
vi.mock('#app/_server/questions.ts', async (original) => ({
  ...(await original<typeof import('#app/_server/questions.ts')>()),
  readQuestionBank: () => Promise.resolve(makeBank(QUESTIONS, ANSWERS)),
}))
vi.mock('#app/_server/quizzes.ts', () => ({
  readQuizSet: (id: string) =>
    Promise.resolve(
      id === 'set'
        ? { id, title: 'Set', about: 'All.', questions: ['one', 'some', 'row'] }
        : undefined,
    ),
}))

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.remove()
})
beforeEach(async () => {
  asking.id = 'ada'
  await db.user.deleteMany({})
  await db.user.createMany({
    data: ['ada', 'bob', 'new-guest'].map((id) => ({
      id,
      name: id,
      email: `${id}@netsplit.example`,
      isAnonymous: id === 'new-guest',
    })),
  })
})

function request(body: unknown, { isOurs = true, path = '' } = {}): Request {
  return new Request(`http://netsplit.example/${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': isOurs ? 'same-origin' : 'cross-site' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

function sent(change: object = {}) {
  const base = { id: randomUUID(), cardId: 'question/one', at: '2026-11-21T12:00:00.000Z' }
  return { kind: 'answer', ...base, timeZone: 'UTC', answer: RIGHT, after: null, ...change }
}

async function receipts(entries: readonly object[], ownerId?: string) {
  const response = await review(request({ ownerId, entries }))
  expect(response.status).toBe(200)
  return ((await response.json()) as StoredReviews).receipts
}

describe('reviews', () => {
  it('are judged here, and then told why', async () => {
    const [right, wrong] = await receipts([sent(), sent({ cardId: 'question/two', answer: WRONG })])
    expect(right).toMatchObject({ status: 'stored', graded: { share: 1 }, dueDay: '2026-11-23' })
    expect(wrong).toMatchObject({
      graded: { share: 0, misconceptions: ['myth'] },
      feedback: { key: { id: 'two' }, misconceptions: [{ id: 'myth' }] },
      dueDay: '2026-11-22',
    })
  })

  it('count once when they are sent again', async () => {
    const entry = sent()
    await receipts([entry])
    expect((await receipts([entry]))[0]).toMatchObject({ status: 'known', graded: { share: 1 } })
    expect(await db.reviewEntry.count()).toBe(1)
  })

  it('make a guest of a stranger', async () => {
    asking.id = ''
    const response = await review(request({ entries: [sent()] }))
    expect(((await response.json()) as StoredReviews).owner.id).toBe('new-guest')
    expect(await db.reviewEntry.count({ where: { userId: 'new-guest' } })).toBe(1)
  })

  it('are refused from elsewhere, for somebody else, and when they make no sense', async () => {
    const refused = async (body: unknown, isOurs = true) =>
      (await review(request(body, { isOurs }))).status
    expect(await refused({ entries: [sent()] }, false)).toBe(403)
    expect(await refused({ entries: [sent()], ownerId: 'bob' })).toBe(409)
    expect(await refused({ entries: [] })).toBe(400)
    expect(await refused({ entries: [sent({ id: 'one' })] })).toBe(400)
    expect(await refused('what?')).toBe(400)
    asking.id = ''
    expect(await refused({ entries: [sent()], ownerId: 'ada' })).toBe(401)
    expect(await db.reviewEntry.count()).toBe(0)
  })

  it('of what is no card, or no answer to it, are refused one by one', async () => {
    const [gone, odd, fine] = await receipts([
      sent({ cardId: 'question/gone' }),
      sent({ answer: { kind: 'line', line: 3 } }),
      sent({ cardId: 'question/two' }),
    ])
    expect(gone).toMatchObject({ status: 'refused', why: expect.stringContaining('no card') })
    expect(odd).toMatchObject({ status: 'refused', why: expect.stringContaining('kind one') })
    expect(fine).toMatchObject({ status: 'stored' })
  })

  it('cannot bring a verdict along, nor a time to come', async () => {
    const at = new Date(Date.now() + 1e9).toISOString()
    expect((await review(request({ entries: [sent({ rating: 'easy' })] }))).status).toBe(400)
    await receipts([sent({ at })])
    const [row] = await db.reviewEntry.findMany()
    expect(row?.at.getTime()).toBeLessThanOrEqual(Date.now())
  })
})

describe('keys', () => {
  it('are told for practice, and to nobody from elsewhere', async () => {
    const told = await keys(request({ cardIds: ['card/flash', 'question/words', 'question/no'] }))
    expect(Object.keys((await told.json()) as object)).toEqual(['card/flash', 'question/words'])
    expect((await keys(request({ cardIds: [] }, { isOurs: false }))).status).toBe(403)
  })
})

async function begin(): Promise<string> {
  const response = await start(request({ setId: 'set' }))
  return ((await response.json()) as { readonly id: string }).id
}

const at = (id: string) => ({ params: Promise.resolve({ id }) })

describe('a named quiz', () => {
  it('tells nothing before it is handed in, by no way', async () => {
    const id = await begin()
    const kept = await answerItem(request({ questionId: 'one', answer: WRONG }), at(id))
    expect([kept.status, await kept.text()]).toEqual([204, ''])
    expect(await begin()).toBe(id)
    const told = await keys(request({ cardIds: ['question/one', 'question/two'] }))
    expect(Object.keys((await told.json()) as object)).toEqual(['question/two'])
    expect((await receipts([sent()]))[0]).toMatchObject({
      status: 'refused',
      why: expect.stringContaining('hand that in first'),
    })
    expect((await readAttempt('ada', id))?.items[0]).toMatchObject({ share: undefined })
  })

  it('is judged once, as a whole, and its answers join the reviews', async () => {
    const id = await begin()
    await answerItem(request({ questionId: 'one', answer: WRONG }), at(id))
    await answerItem(request({ questionId: 'one', answer: RIGHT, confidence: 75 }), at(id))
    const order = { kind: 'order', order: ['b', 'a', 'c'] }
    await answerItem(request({ questionId: 'row', answer: order }), at(id))
    await Promise.all([handIn(request({}), at(id)), handIn(request({}), at(id))])
    const attempt = await readAttempt('ada', id)
    expect(attempt?.items.map(({ questionId, share }) => [questionId, share])).toEqual([
      ['one', 1],
      ['some', 0],
      ['row', 0],
    ])
    const late = await answerItem(request({ questionId: 'one', answer: WRONG }), at(id))
    expect(late.status).toBe(409)
    expect(await db.reviewEntry.findMany({ select: { cardId: true, rating: true } })).toEqual(
      expect.arrayContaining([
        { cardId: 'question/one', rating: 'good' },
        { cardId: 'question/row', rating: 'again' },
      ]),
    )
    expect(await db.reviewEntry.count()).toBe(2)
    expect(await begin()).not.toBe(id)
  })

  it('is its learner’s alone', async () => {
    const id = await begin()
    asking.id = 'bob'
    const body = { questionId: 'one', answer: RIGHT }
    expect((await answerItem(request(body), at(id))).status).toBe(404)
    expect((await handIn(request({}), at(id))).status).toBe(404)
    expect((await start(request({ setId: 'none' }))).status).toBe(404)
    asking.id = ''
    expect((await answerItem(request(body), at(id))).status).toBe(404)
    expect((await answerItem(request(body, { isOurs: false }), at(id))).status).toBe(403)
    expect((await handIn(request({}, { isOurs: false }), at(id))).status).toBe(403)
  })
})

describe('settings', () => {
  const fine = { perDay: 10, newPerDay: 3, retention: 0.9, timeZone: 'UTC', topics: ['cap'] }

  it('are taken when they make sense', async () => {
    const status = async (change: object) =>
      (await settings(request({ settings: { ...fine, ...change } }))).status
    expect(await status({})).toBe(200)
    expect(await status({ deadline: { day: '2026-12-12', topics: ['cap'] } })).toBe(200)
    for (const wrong of [
      { perDay: 0 },
      { retention: 0.99 },
      { timeZone: 'Mars/Olympus' },
      { topics: ['cooking'] },
      { deadline: { day: '2026-02-30', topics: ['cap'] } },
      { deadline: { day: '2026-12-12', topics: [] } },
    ]) {
      expect(await status(wrong), JSON.stringify(wrong)).toBe(400)
    }
  })
})

describe('a file that is taken in', () => {
  it('says what was wrong with which line', async () => {
    const head = 'id,card,kind,at,day,rating,share,confidence,undoes'
    const line = (day: string) =>
      `${randomUUID()},question/one,answer,2026-11-20T12:00:00.000Z,${day},good,1,,`
    const take = async (text: string) => {
      const response = await importLog(request(text))
      return [response.status, JSON.stringify(await response.json())] as const
    }
    const [status, error] = await take([head, line('2026-11-20'), line('yesterday')].join('\n'))
    expect([status, error]).toEqual([400, expect.stringContaining('Line 3: day must be a day')])
    expect(await take([head, line('2026-11-20')].join('\n'))).toEqual([
      200,
      expect.stringContaining('1 taken in'),
    ])
    expect((await take('a,b\n1,2'))[1]).toContain('must name the columns')
  })
})
