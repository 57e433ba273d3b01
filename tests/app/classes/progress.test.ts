/** The grid of progress: marks of cells, who is stuck or quiet since when, and how rows are ordered. */
import { describe, expect, test } from 'vitest'
import { arrange } from '#app/_classes/progress/arrange.ts'
import { cellOf } from '#app/_classes/progress/cell.ts'
import { isQuiet, learnerRow } from '#app/_classes/progress/learner-row.ts'
import { factKey, type WorkFacts, type WorkUnit } from '#app/_classes/progress/work-unit.ts'
import { pseudonyms } from '#app/_classes/pseudonyms.ts'
import type { Schedule } from '#app/_classes/schedule.ts'

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 9, number, hour))

const WEEK: Schedule = {
  opensAt: day(5),
  dueAt: day(12),
  lateUntil: day(14),
  latePercentDay: 10,
}

const NOTHING: WorkFacts = {
  tries: 0,
  failures: 0,
  firstFailedAt: undefined,
  doneAt: undefined,
  lastAt: undefined,
}

function tried(failures: number, doneAt?: Date): WorkFacts {
  const firstFailedAt = failures > 0 ? day(6) : undefined
  const tries = failures + (doneAt === undefined ? 0 : 1)
  return { tries, failures, firstFailedAt, doneAt, lastAt: doneAt ?? day(7) }
}

describe('a cell', () => {
  test.each([
    ['nothing before it opens', undefined, day(4), 'not-open'],
    ['nothing while it is open', undefined, day(6), 'untouched'],
    ['nothing when it is closed', undefined, day(15), 'missing'],
    ['a lesson that was opened', NOTHING, day(6), 'trying'],
    ['two wrong submissions', tried(2), day(8), 'trying'],
    ['three wrong submissions', tried(3), day(8), 'stuck'],
    ['three wrong submissions and closed', tried(3), day(15), 'missing'],
    ['passed in time', tried(5, day(11)), day(15), 'done'],
    ['passed before it opened', tried(0, day(1)), day(2), 'done'],
    ['passed too late', tried(1, day(12)), day(13), 'done-late'],
  ] as const)('%s', (_what, facts, now, mark) => {
    expect(cellOf(facts, WEEK, now).mark).toBe(mark)
  })

  test('tells tries, credit and since when', () => {
    expect(cellOf(tried(4), WEEK, day(8))).toEqual({
      mark: 'stuck',
      tries: 4,
      creditPercent: 0,
      stuckSince: day(6),
    })
    expect(cellOf(tried(1, day(12, 5)), WEEK, day(15)).creditPercent).toBe(90)
  })
})

function unit(stepId: string): WorkUnit {
  const key = `a ${stepId}`
  return { key, assignmentId: 'a', kind: 'step', target: 'raft', stepId, title: stepId, href: '/' }
}

function rowOf(facts: Readonly<Record<string, WorkFacts>>, now: Date, joinedAt = day(1)) {
  const units = ['1', '2', '3'].map((id) => ({ unit: unit(id), schedule: WEEK }))
  const known = Object.entries(facts).map(
    ([id, one]) => [factKey('step', 'raft', id), one] as const,
  )
  return learnerRow({ joinedAt, units, facts: new Map(known) }, now)
}

describe('a row', () => {
  test('counts, and names the work of the longest trouble', () => {
    const row = rowOf(
      { '1': tried(1, day(9)), '2': tried(3), '3': { ...tried(4), firstFailedAt: day(8) } },
      day(10),
    )
    expect(row.done).toBe(1)
    expect(row.stuck).toMatchObject({ since: day(6), tries: 3, unit: { stepId: '2' } })
    expect(row.progressAt).toEqual(day(9))
  })

  test('is quiet since the last thing that was finished, or since work opened', () => {
    expect(rowOf({ '1': tried(0, day(9)) }, day(11)).quietSince).toEqual(day(9))
    expect(rowOf({}, day(11)).quietSince).toEqual(day(5))
    expect(rowOf({}, day(11), day(10)).quietSince).toEqual(day(10))
  })

  test('is not quiet with nothing to do', () => {
    const all = { '1': tried(0, day(6)), '2': tried(0, day(6)), '3': tried(0, day(6)) }
    expect(rowOf(all, day(11)).quietSince).toBeUndefined()
    expect(rowOf({}, day(2)).quietSince).toBeUndefined()
    expect(rowOf({}, day(20)).quietSince).toBeUndefined()
  })

  test('is asked after from 48 hours on', () => {
    expect(isQuiet({ quietSince: day(5) }, day(6, 23))).toBe(false)
    expect(isQuiet({ quietSince: day(5) }, day(7))).toBe(true)
    expect(isQuiet({ quietSince: undefined }, day(7))).toBe(false)
  })
})

describe('a list of learners', () => {
  const now = day(11)
  const learners = [
    { name: 'Learner 10', sectionId: 'a', row: rowOf({ '1': tried(3) }, now) },
    { name: 'Learner 2', sectionId: 'b', row: rowOf({ '1': tried(0, day(10)) }, now) },
    { name: 'Learner 3', sectionId: undefined, row: rowOf({}, now) },
  ]
  const names = (query: Partial<Parameters<typeof arrange>[1]>) =>
    arrange(learners, { order: 'name', state: 'all', section: '', ...query }, now).map(
      ({ name }) => name,
    )

  test('by name, numbers as numbers', () => {
    expect(names({})).toEqual(['Learner 2', 'Learner 3', 'Learner 10'])
  })

  test('by time without progress, longest first', () => {
    expect(names({ order: 'quiet' })).toEqual(['Learner 3', 'Learner 10', 'Learner 2'])
  })

  test('of those who are stuck, of a section, of those who are quiet', () => {
    expect(names({ state: 'stuck' })).toEqual(['Learner 10'])
    expect(names({ section: 'b' })).toEqual(['Learner 2'])
    expect(names({ state: 'quiet' })).toEqual(['Learner 3', 'Learner 10'])
    expect(names({ order: 'done' })[0]).toBe('Learner 2')
    expect(names({ state: 'missing' })).toEqual([])
  })
})

describe('pseudonyms', () => {
  const ids = Array.from({ length: 1_000 }, (_, at) => `user-${at}`)

  test('are the same in whichever order people come, and differ', () => {
    const given = pseudonyms(ids, 'class')
    expect(pseudonyms(ids.toReversed(), 'class')).toEqual(given)
    expect(new Set(given.values()).size).toBe(1_000)
  })

  test('stay when somebody joins or leaves, but for the few who have the same one', () => {
    const before = pseudonyms(ids.slice(0, 400), 'class')
    const after = pseudonyms(ids, 'class')
    const changed = [...before].filter(([id, name]) => after.get(id) !== name)
    expect(changed.length).toBeLessThan(40)
    const words = (name: string | undefined) => name?.replace(/ \d+$/, '')
    for (const [id, name] of before) expect(words(after.get(id))).toBe(words(name))
  })

  test('are others in another class, and tell nothing of the order of the roster', () => {
    const [one, other] = [pseudonyms(ids, 'one'), pseudonyms(ids, 'other')]
    expect(ids.filter((id) => one.get(id) === other.get(id)).length).toBeLessThan(10)
    const names = ids.map((id) => one.get(id) ?? '')
    expect(names).not.toEqual(names.toSorted())
  })
})
