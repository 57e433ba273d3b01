/** The questions at the end of a lesson ask something each, and cannot be passed by habit. */
import { describe, expect, it } from 'vitest'
import { LESSONS } from '../support/lesson-texts.ts'

describe.each(LESSONS)('$slug', ({ text }) => {
  it('asks no question twice, and offers no option twice', () => {
    const questions = [...text.matchAll(/<Recall\s+question="([^"]+)">([\s\S]*?)<\/Recall>/g)]
    expect(questions).toHaveLength(text.split('<Recall').length - 1)
    expect(new Set(questions.map(([, question]) => question)).size).toBe(questions.length)
    for (const [, question, body = ''] of questions) {
      const options = [...body.matchAll(/>([^<]*)<\/Option>/g)].map(([, option]) => option?.trim())
      expect(new Set(options).size, question).toBe(options.length)
    }
  })

  it('does not keep its right answers in one place', () => {
    const places = text
      .split('<Recall')
      .slice(1)
      .map((question) => question.split('<Option').findIndex((part) => part.includes('isRight')))
    expect(new Set(places).size).toBeGreaterThan(1)
  })
})
