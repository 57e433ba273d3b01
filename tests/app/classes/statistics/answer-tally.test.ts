/** What a class answered, counted: options in their order, other answers by how many gave them. */
import { describe, expect, test } from 'vitest'
import { type TallyRow, tallyAnswers } from '#app/_classes/statistics/answer-tally.ts'
import type { GivenAnswer } from '#app/_classes/statistics/quiz-items.ts'
import type { Answer } from '#app/_quiz/answer.ts'
import { present } from '#core'
import { ANSWERS, QUESTIONS, RIGHT, WRONG } from '../../../support/some-questions.ts'

function tally(questionId: string, answers: readonly (Answer | undefined)[]): readonly TallyRow[] {
  const question = QUESTIONS.questions.find(({ id }) => id === questionId)
  const given = answers.map((answer, at): GivenAnswer<Answer> => {
    const base = { userId: `l${at}`, questionId, confidence: undefined, share: 0 }
    return { ...base, answer, misconceptions: ['myth'] }
  })
  return tallyAnswers(
    present(question, 'the bank of the tests has it'),
    present(ANSWERS.answers[questionId], 'each of its questions has a key'),
    given,
  )
}

const told = (rows: readonly TallyRow[]) =>
  rows.map(({ label, isRight, count, misconception }) => [
    label.map((part) => ('html' in part ? part.html : part.text)).join(''),
    isRight,
    count,
    misconception,
  ])

describe('the answers to a question', () => {
  test('with options have each of them, chosen or not, then those who gave none', () => {
    expect(told(tally('one', [WRONG, WRONG, { kind: 'unsure' }, undefined]))).toEqual([
      ['This', true, 0, undefined],
      ['That', false, 2, 'myth'],
      ['“I do not know”', undefined, 1, undefined],
      ['Left out', undefined, 1, undefined],
    ])
  })

  test('where several may be ticked count one learner for each tick', () => {
    const both: Answer = { kind: 'some', options: [RIGHT.option, WRONG.option] }
    const rows = tally('some', [both, { kind: 'some', options: [RIGHT.option] }])
    expect(rows.map(({ count }) => count)).toEqual([2, 1])
  })

  test('in an order are put in words, the commonest first, and judged', () => {
    const order = (...ids: readonly string[]): Answer => ({ kind: 'order', order: [...ids] })
    const rows = tally('row', [
      order('a', 'b', 'c'),
      order('b', 'a', 'c'),
      order('b', 'a', 'c'),
      // To an earlier wording of the question, which had one item less.
      order('a', 'b'),
    ])
    expect(told(rows)).toEqual([
      ['b → a → c', false, 2, 'myth'],
      ['a → b', false, 1, 'myth'],
      ['a → b → c', true, 1, undefined],
    ])
  })

  test('that many give in many ways are gathered at the end', () => {
    const rows = tally(
      'row',
      Array.from({ length: 9 }, (_, at): Answer => ({ kind: 'order', order: [String(at)] })),
    )
    expect(rows).toHaveLength(7)
    expect(told(rows).at(-1)).toEqual(['3 other answers', undefined, 3, undefined])
  })

  test('count every learner once where one answer may be chosen', () => {
    const answers = [RIGHT, WRONG, { kind: 'unsure' } as const, undefined, RIGHT, RIGHT]
    const rows = tally('one', answers)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length)
  })
})
