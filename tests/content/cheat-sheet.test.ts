/** The cheat sheet: its words and lessons exist, and what does not is named. */
import { describe, expect, it } from 'vitest'
import { danglingNames } from '#content/schema/cheat-sheet.ts'
import { CHEAT_SHEET, GLOSSARY, LESSONS } from '../support/lesson-texts.ts'

const cards = CHEAT_SHEET.sections.flatMap((section) => section.cards)
const terms = new Set(GLOSSARY.map(({ id }) => id))

describe('the cheat sheet', () => {
  it('names only words of the glossary and lessons that are written', () => {
    const lessons = new Set(LESSONS.map(({ slug }) => slug))
    expect(danglingNames(CHEAT_SHEET, terms, lessons)).toEqual([])
  })

  it('says which card names what is not there', () => {
    expect(danglingNames(CHEAT_SHEET, new Set(['cap']), new Set())).toContain(
      'card "pacelc": the glossary has no term "pacelc"',
    )
    expect(danglingNames(CHEAT_SHEET, terms, new Set())).toContain(
      'card "cap": there is no lesson "the-three-of-cap-precisely"',
    )
  })

  it('has no card twice, and whole sentences on each', () => {
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    for (const { id, say, often } of cards) {
      for (const text of [say, often.said, often.true]) expect(text, id).toMatch(/[.?]$/)
    }
  })
})
