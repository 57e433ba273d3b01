/** Exercises can be scored: each has a hint, and a rubric with several lines. */
import { describe, expect, it } from 'vitest'
import { LESSONS } from '../support/lesson-texts.ts'

const exercises = LESSONS.flatMap(({ text }) =>
  text
    .split('<Exercise ')
    .slice(1)
    .map((text) => text.split('</Exercise>')[0] ?? ''),
)

describe('the exercises', () => {
  it('are five at least', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(5)
  })

  it.each(exercises)('%.60s… has a task, a hint and a rubric of four lines or more', (text) => {
    expect(text).toMatch(/^task="[^"]{20,}"/)
    expect(text).toContain('<Hint>')
    const rubric = /<Rubric>([\s\S]*)<\/Rubric>/.exec(text)?.[1] ?? ''
    expect(rubric.match(/^- /gm)?.length ?? 0).toBeGreaterThanOrEqual(4)
  })
})
