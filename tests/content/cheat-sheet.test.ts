/** The cheat sheet: its words and lessons exist, and what does not is named. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cheatSheetSchema, danglingNames } from '#content/schema/cheat-sheet.ts'
import { glossarySchema } from '#content/schema/glossary.ts'
import { readYaml } from '#content/schema/read-data.ts'
import { ROOT } from '../../scripts/state/paths.ts'

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const sheet = readYaml('cheat-sheet.yaml', read('content/cheat-sheet.yaml'), cheatSheetSchema)
const glossary = readYaml('glossary.yaml', read('content/glossary.yaml'), glossarySchema)
const cards = sheet.sections.flatMap((section) => section.cards)
const terms = new Set(glossary.map(({ id }) => id))

describe('the cheat sheet', () => {
  it('names only words of the glossary and lessons that are written', () => {
    const lessons = new Set(cards.flatMap(({ lesson }) => lesson ?? []))
    expect(danglingNames(sheet, terms, lessons)).toEqual([])
    for (const slug of lessons) {
      expect(existsSync(join(ROOT, 'content/lessons', slug, 'lesson.mdx')), slug).toBe(true)
    }
  })

  it('says which card names what is not there', () => {
    expect(danglingNames(sheet, new Set(['cap']), new Set())).toContain(
      'card "pacelc": the glossary has no term "pacelc"',
    )
    expect(danglingNames(sheet, terms, new Set())).toContain(
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

describe('the glossary', () => {
  it('has far more than the sixty words that the course needs at least', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(60)
  })
})
