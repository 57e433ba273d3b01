/** Drafts, attempts and what becomes of a guest's, on a real database. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { adoptGuest } from '#app/_server/adopt-guest.ts'
import { listAttempts, readAttemptSource, readReplaced, recordRun } from '#app/_server/attempts.ts'
import { readDraft, storeDraft } from '#app/_server/drafts.ts'
import { readReference } from '#app/_server/reference.ts'
import { ATTEMPTS_MAX, type RunToRecord } from '#app/labs/_workspace/attempts/attempt-view.ts'
import { present } from '#core'
import { db } from '#db'
import { solutionStepId } from '#kit/lab.ts'
import { labs } from '#labs/index.ts'
import { usePeople } from '../support/people.ts'

const STEP = { labId: 'raft', stepId: '03-election' }
const ADA = { userId: 'ada', ...STEP }
const EVE = { userId: 'eve', ...STEP }
const GUEST = { userId: 'guest', ...STEP }

usePeople(['ada', 'eve', 'guest'])

function save(place: typeof ADA, source: string, bases: readonly string[] = []) {
  return storeDraft({ ...place, source, version: randomUUID(), bases })
}

/** Makes the draft an old one. */
async function grow({ userId }: typeof ADA): Promise<void> {
  await db.draft.updateMany({ where: { userId }, data: { savedAt: new Date(2_026, 0, 1) } })
}

function run(source: string, change: Partial<RunToRecord> = {}): RunToRecord {
  return {
    ...STEP,
    source,
    outcome: 'failed',
    checksPassed: 1,
    checksTotal: 5,
    broken: 'There is one leader.',
    ...change,
  }
}

async function textCount(): Promise<number> {
  return db.attemptText.count()
}

describe('a draft', () => {
  it('is stored, followed by what was edited from it, and one person’s alone', async () => {
    const first = await save(ADA, 'one')
    const second = await save(ADA, 'two', [first.version])
    expect(second.replaced).toBeUndefined()
    expect(await readDraft(ADA)).toMatchObject({ source: 'two', version: second.version })
    expect(await readDraft(EVE)).toBeUndefined()
    expect(await listAttempts(ADA)).toEqual([])
  })

  it('that was edited elsewhere is kept as an attempt', async () => {
    const first = await save(ADA, 'base')
    const other = await save(ADA, 'other', [first.version])
    const { replaced } = await save(ADA, 'mine', [first.version])
    expect(await readDraft(ADA)).toMatchObject({ source: 'mine' })
    expect(replaced?.savedAt).toBe(other.savedAt.toISOString())
    expect(await readAttemptSource(replaced?.attemptId ?? '', 'ada')).toBe('other')
    expect(await readAttemptSource(replaced?.attemptId ?? '', 'eve')).toBeUndefined()
    expect(await readReplaced(ADA)).toEqual(replaced)
  })

  it('with the same text keeps its version, whoever saves it', async () => {
    const first = await save(ADA, 'one')
    expect(await save(ADA, 'one')).toEqual(first)
  })

  it('from many tabs at once loses no text', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `tab ${index}`)
    await Promise.all(texts.map((text) => save(ADA, text)))
    const attempts = await listAttempts(ADA)
    const sources = await Promise.all(attempts.map(({ id }) => readAttemptSource(id, 'ada')))
    const draft = await readDraft(ADA)
    expect([...sources, draft?.source].sort()).toEqual(texts)
  })

  it('of two tabs that take turns leaves two texts, not a list of them', async () => {
    const start = await save(ADA, 'one')
    let last = start.version
    for (let turn = 0; turn < 6; turn += 1) {
      const { version } = await save(ADA, turn % 2 === 0 ? 'two' : 'one', [randomUUID()])
      last = version
    }
    expect((await readDraft(ADA))?.version).toBe(last)
    expect((await listAttempts(ADA)).length).toBe(2)
  })
})

describe('attempts', () => {
  it('store each text once, and count a run that is repeated', async () => {
    const recorded = [run('a'), run('a'), run('a', { outcome: 'passed', broken: '' }), run('b')]
    for (const each of recorded) await recordRun({ ...each, userId: 'ada' })
    expect(await listAttempts(ADA)).toMatchObject([
      { kind: 'run', outcome: 'failed', times: 1 },
      { kind: 'run', outcome: 'passed', times: 1, broken: '' },
      { kind: 'run', outcome: 'failed', times: 2, checksPassed: 1, checksTotal: 5 },
    ])
    expect(await textCount()).toBe(2)
    expect(await listAttempts(EVE)).toEqual([])
  })

  it('stand in one list with submissions, newest first', async () => {
    await recordRun({ ...run('a'), userId: 'ada' })
    await db.submission.create({ data: { ...ADA, labVersion: 1, source: 'sent' } })
    await recordRun({ ...run('b'), userId: 'ada' })
    const attempts = await listAttempts(ADA)
    expect(attempts.map(({ kind }) => kind)).toEqual(['run', 'submission', 'run'])
    expect(attempts[1]).toMatchObject({ outcome: 'queued', broken: '' })
    expect(await readAttemptSource(attempts[1]?.id ?? '', 'ada')).toBe('sent')
    expect(await readAttemptSource(attempts[1]?.id ?? '', 'eve')).toBeUndefined()
  })

  it('are bounded for each step, and so are their texts', async () => {
    await db.attemptText.createMany({
      data: Array.from({ length: ATTEMPTS_MAX }, (_, index) => ({
        userId: 'ada',
        hash: `h${index}`,
        source: `old ${index}`,
      })),
    })
    await db.attempt.createMany({
      data: Array.from({ length: ATTEMPTS_MAX }, (_, index) => ({
        ...ADA,
        kind: 'run' as const,
        hash: `h${index}`,
        outcome: 'failed',
        createdAt: new Date(2_026, 1, 1, 0, 0, index),
      })),
    })
    await recordRun({ ...run('elsewhere', { stepId: '04-log' }), userId: 'ada' })
    await recordRun({ ...run('newest'), userId: 'ada' })
    const attempts = await listAttempts(ADA)
    expect(attempts.length).toBe(ATTEMPTS_MAX)
    expect(await readAttemptSource(attempts[0]?.id ?? '', 'ada')).toBe('newest')
    expect(await db.attempt.count({ where: { hash: 'h0' } })).toBe(0)
    expect(await textCount()).toBe(ATTEMPTS_MAX + 1)
  })
})

describe('a guest who signs up or in', () => {
  const adopt = () => adoptGuest({ guestId: 'guest', accountId: 'ada' })

  it('brings drafts and attempts along', async () => {
    const { version } = await save(GUEST, 'as a guest')
    await recordRun({ ...run('tried'), userId: 'guest' })
    await adopt()
    expect(await readDraft(ADA)).toMatchObject({ source: 'as a guest', version })
    expect(await listAttempts(ADA)).toMatchObject([{ kind: 'run' }])
    expect(await db.user.findUnique({ where: { id: 'guest' } })).toBeNull()
    expect(await textCount()).toBe(1)
  })

  it('has the newer of two drafts, and the older as an attempt', async () => {
    await save(ADA, 'old, by the account')
    await grow(ADA)
    const { version } = await save(GUEST, 'new, by the guest')
    await adopt()
    expect(await readDraft(ADA)).toMatchObject({ source: 'new, by the guest', version })
    const kept = await readReplaced(ADA)
    expect(await readAttemptSource(kept?.attemptId ?? '', 'ada')).toBe('old, by the account')
  })

  it('keeps the account’s draft where that is the newer one', async () => {
    await save(GUEST, 'old, by the guest')
    await grow(GUEST)
    const own = await save(ADA, 'new, by the account')
    await adopt()
    expect(await readDraft(ADA)).toMatchObject({ version: own.version })
    const kept = await readReplaced(ADA)
    expect(await readAttemptSource(kept?.attemptId ?? '', 'ada')).toBe('old, by the guest')
  })

  it('loses nothing that is saved at the same moment', async () => {
    const { version } = await save(GUEST, 'before')
    const results = await Promise.allSettled([
      save(GUEST, 'during', [version]),
      adopt(),
      recordRun({ ...run('run during'), userId: 'guest' }),
    ])
    expect(results[1]).toMatchObject({ status: 'fulfilled' })
    const draft = await readDraft(ADA)
    // What was not stored was refused, and is saved again by the page.
    expect(draft?.source).toBe(results[0].status === 'fulfilled' ? 'during' : 'before')
    const isRunStored = results[2].status === 'fulfilled'
    expect((await listAttempts(ADA)).length).toBe(isRunStored ? 1 : 0)
    expect(await db.draft.count()).toBe(1)
  })

  it('and one who is deleted leaves nothing behind', async () => {
    await save(GUEST, 'draft')
    await recordRun({ ...run('tried'), userId: 'guest' })
    await db.user.delete({ where: { id: 'guest' } })
    expect([await db.draft.count(), await db.attempt.count(), await textCount()]).toEqual([0, 0, 0])
  })
})

describe('the reference', () => {
  const submit = (stepId: string, outcome: 'passed' | 'failed') =>
    db.submission.create({
      data: {
        ...ADA,
        stepId,
        labVersion: 1,
        source: 'x',
        state: 'graded',
        verdict: {
          create: {
            outcome,
            message: '',
            results: { checks: [] },
            seedBase: 1,
            graderId: 'g',
            labVersion: 1,
          },
        },
      },
    })

  it('is for who passed this step, and nobody else', async () => {
    const ask = (userId?: string, stepId = STEP.stepId) => readReference(userId, STEP.labId, stepId)
    await submit(STEP.stepId, 'failed')
    expect(await ask()).toEqual({ kind: 'not-passed' })
    expect(await ask('ada')).toEqual({ kind: 'not-passed' })
    await db.submissionVerdict.updateMany({ data: { outcome: 'passed' } })
    expect(await ask('ada')).toMatchObject({
      kind: 'shown',
      source: expect.stringContaining('class Raft'),
    })
    expect(await ask('eve')).toEqual({ kind: 'not-passed' })
    expect(await ask('ada', '../../kit')).toEqual({ kind: 'no-such-step' })
  })

  it('of a step without its own is that of the step which it names', async () => {
    const ask = (stepId: string) => readReference('ada', STEP.labId, stepId)
    const step = present(
      labs.flatMap(({ steps }) => steps).find(({ solutionOf }) => solutionOf !== undefined),
      'the exam asks for nothing new',
    )
    const holder = solutionStepId(step)
    await submit(step.id, 'passed')
    const shown = await ask(step.id)
    expect(await ask(holder)).toEqual({ kind: 'not-passed' })
    await submit(holder, 'passed')
    expect(shown).toMatchObject({ kind: 'shown' })
    expect(shown).toEqual(await ask(holder))
  })
})
