/** Which learners a gradebook shows in which order, and whom a regrade would change. */
import { describe, expect, test } from 'vitest'
import { arrangeGradebook, type GradebookQuery } from '#app/_classes/grades/arrange-gradebook.ts'
import { type Grade, totalOf } from '#app/_classes/grades/grade.ts'
import { gradeChanges } from '#app/_classes/grades/regrade-changes.ts'

function grade(hundredths: number | undefined, isAdjusted = false): Grade {
  const at = new Date(0)
  return {
    kind: hundredths === undefined ? 'none' : 'graded',
    hundredths: hundredths ?? 0,
    hundredthsMax: 1_000,
    units: [],
    hand: undefined,
    adjustment: isAdjusted ? { kind: 'add', hundredths: 0, reason: '', by: '', at } : undefined,
    shareRule: 'share',
    gradedAt: undefined,
  }
}

function learner(name: string, sectionId: string | undefined, ...grades: readonly Grade[]) {
  return { name, sectionId, grades, total: totalOf(grades) }
}

const LEARNERS = [
  learner('Ada', 'monday', grade(900), grade(undefined)),
  learner('Ben', 'tuesday', grade(300), grade(400)),
  learner('Cy', 'monday', grade(undefined), grade(undefined)),
  learner('Dee', undefined, grade(300), grade(1_000, true)),
]
const ALL: GradebookQuery = { sort: 'name', direction: 'up', state: 'all', section: '' }

describe('a gradebook', () => {
  test.each([
    [{}, 'Ada Ben Cy Dee'],
    [{ direction: 'down' }, 'Dee Cy Ben Ada'],
    [{ sort: 'total' }, 'Ben Dee Ada Cy'],
    [{ sort: 'total', direction: 'down' }, 'Ada Dee Ben Cy'],
    [{ sort: 'one' }, 'Ben Dee Ada Cy'],
    [{ sort: 'two', direction: 'down' }, 'Dee Ben Ada Cy'],
    [{ sort: 'no such work' }, 'Ada Ben Cy Dee'],
    [{ section: 'monday' }, 'Ada Cy'],
    [{ state: 'none' }, 'Ada Cy'],
    [{ state: 'adjusted' }, 'Dee'],
    [{ state: 'below' }, 'Ben'],
  ] as const)('asked for %j shows %s', (query, names) => {
    const shown = arrangeGradebook(LEARNERS, { ...ALL, ...query }, ['one', 'two'])
    expect(shown.map(({ name }) => name).join(' ')).toBe(names)
  })
})

test('a regrade names who would change, the greatest loss first', () => {
  const cell = (userId: string, hundredths: number) => ({
    userId,
    name: userId,
    grade: grade(hundredths),
  })
  const before = [cell('same', 500), cell('gains', 500), cell('loses', 500), cell('loses-all', 500)]
  const after = [cell('gains', 600), cell('loses-all', 0), cell('loses', 400), cell('same', 500)]
  const changes = gradeChanges(before, after)
  expect(changes.map(({ userId, after: { hundredths } }) => [userId, hundredths])).toEqual([
    ['loses-all', 0],
    ['loses', 400],
    ['gains', 600],
  ])
})
