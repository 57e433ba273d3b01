/** Answers are judged by their keys, kind by kind. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '#app/_quiz/answer.ts'
import { gradeAnswer } from '#app/_quiz/grade.ts'
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import { present } from '#core'
import { ANSWERS, RIGHT, WRONG } from '../../support/some-questions.ts'

const key = (id: string): AnswerKey => present(ANSWERS.answers[id], 'the bank has it')
const shareOf = (id: string, answer: Answer) => gradeAnswer(key(id), answer).share

const told = {
  id: 'made',
  explanation: '',
  sources: [],
  misconceptions: [],
  labClaims: [],
} as const

describe('an answer', () => {
  it('to one of several is right or not, and a wrong one names its misconception', () => {
    expect(gradeAnswer(key('one'), RIGHT)).toEqual({ share: 1, misconceptions: [] })
    expect(gradeAnswer(key('one'), WRONG)).toEqual({ share: 0, misconceptions: ['myth'] })
  })

  it('to any number of several counts each option', () => {
    const some = (...options: string[]): Answer => ({ kind: 'some', options })
    expect(shareOf('some', some('11111111'))).toBe(1)
    expect(shareOf('some', some('11111111', '22222222'))).toBe(0.5)
    expect(shareOf('some', some())).toBe(0.5)
    expect(shareOf('some', some('22222222'))).toBe(0)
  })

  it('in order says which pair stands the wrong way round', () => {
    const order = (...ids: string[]): Answer => ({ kind: 'order', order: ids })
    expect(shareOf('row', order('a', 'b', 'c'))).toBe(1)
    expect(gradeAnswer(key('row'), order('a', 'c', 'b'))).toMatchObject({
      share: 0,
      remark: '<p>b makes c.</p>',
    })
  })

  it('in words counts the points that were found, and none twice', () => {
    const points = (...found: string[]): Answer => ({ kind: 'words', words: {}, points: found })
    expect(shareOf('words', points('whole/0', 'whole/2', 'whole/0'))).toBeCloseTo(2 / 3)
    expect(shareOf('words', points('other/0', 'whole/9'))).toBe(0)
  })

  it('by pointing at a line is right at any line of the bug', () => {
    const bug: AnswerKey = {
      ...told,
      kind: 'bug',
      bugLines: [2, 3],
      misconception: 'myth',
      tempting: [{ line: 5, why: '<p>It only looks so.</p>' }],
    }
    const at = (line: number) => gradeAnswer(bug, { kind: 'line', line })
    expect([at(2).share, at(3).share, at(4).share]).toEqual([1, 1, 0])
    expect(at(5)).toMatchObject({ misconceptions: ['myth'], remark: '<p>It only looks so.</p>' })
  })

  it('by a number may be in another unit, and a common slip is named', () => {
    const number: AnswerKey = {
      ...told,
      kind: 'number',
      value: 1500,
      unit: 'ms',
      units: { s: 1000 },
      tolerance: { absolute: 10 },
      common: [{ value: 3000, why: '<p>Twice.</p>', misconception: 'myth' }],
    }
    const give = (value: number, unit: string) =>
      gradeAnswer(number, { kind: 'number', value, unit })
    expect([give(1505, 'ms').share, give(1.5, 's').share, give(1.5, 'ms').share]).toEqual([1, 1, 0])
    expect(give(3, 's')).toMatchObject({ misconceptions: ['myth'], remark: '<p>Twice.</p>' })
    expect(() => give(1, 'h')).toThrow(RangeError)
  })

  it('by a cut is judged by its rules, and a tempting one is told why', () => {
    const cut: AnswerKey = {
      ...told,
      kind: 'cut',
      nodes: ['n1', 'n2'],
      links: ['n1->n2', 'n2->n1'],
      goalParts: [{ rule: 'separates', a: ['n1'], b: ['n2'] }],
      example: ['n1->n2', 'n2->n1'],
      tempting: [{ links: ['n1->n2'], why: '<p>Half.</p>', misconception: 'myth' }],
    }
    const give = (...links: string[]) => gradeAnswer(cut, { kind: 'cut', links })
    expect(give('n2->n1', 'n1->n2', 'n1->n2').share).toBe(1)
    expect(give('n1->n2')).toMatchObject({
      share: 0,
      misconceptions: ['myth'],
      remark: expect.stringContaining('<p>Half.</p>'),
    })
    expect(() => give('n1->n9')).toThrow(RangeError)
  })

  it('on claims may be that none is broken', () => {
    const claim: AnswerKey = {
      ...told,
      kind: 'claim',
      claims: [
        { id: 'linearizable', isBroken: true, why: '' },
        { id: 'sequential', isBroken: false, why: '', misconception: 'myth' },
      ],
    }
    const give = (...options: string[]) => gradeAnswer(claim, { kind: 'some', options })
    expect([give('linearizable').share, give().share]).toEqual([1, 0.5])
    expect(give('linearizable', 'sequential').misconceptions).toEqual(['myth'])
  })

  it('that says “I do not know” counts as not known, for every kind', () => {
    for (const each of Object.values(ANSWERS.answers)) {
      expect(gradeAnswer(each, { kind: 'unsure' })).toEqual({ share: 0, misconceptions: [] })
    }
  })

  it('of another kind, or to what is not there, is refused', () => {
    expect(() => gradeAnswer(key('one'), { kind: 'line', line: 1 })).toThrow(/kind one/)
    expect(() => gradeAnswer(key('one'), { kind: 'one', option: 'x' })).toThrow(/no option/)
    expect(() => gradeAnswer(key('some'), { kind: 'some', options: ['x'] })).toThrow(/no option/)
    expect(() => gradeAnswer(key('row'), { kind: 'order', order: ['a'] })).toThrow(RangeError)
  })
})
