/** A lesson explains a word where it first uses it, and once. */
import { describe, expect, it } from 'vitest'
import { TERMS_WITH_GLYPH } from '#app/_content/term-glyph.tsx'
import { firstUse, linkedTerms, proseOf } from '../support/lesson-prose.ts'
import { GLOSSARY, LESSONS } from '../support/lesson-texts.ts'

/**
 * Words of the glossary that are also said in their ordinary sense ("a message to the reader", "in
 * the long term"). An author links them where the sense of the glossary is meant.
 */
const ORDINARY: ReadonlySet<string> = new Set(
  `
  availability candidate claim client commit concurrent conflict coordinator crash delay epoch
  event heal history inconsistent info latency leader link locality majority message node
  operation partition percentile register restart round-trip safety scenario schedule seed session
  siblings stale sync term timeout trace transaction unavailable version-number
  `
    .trim()
    .split(/\s+/),
)

const particular = GLOSSARY.filter(({ id }) => !ORDINARY.has(id))

describe('the glossary', () => {
  it('has the words that are taken for ordinary', () => {
    const ids = new Set(GLOSSARY.map(({ id }) => id))
    expect([...ORDINARY].filter((id) => !ids.has(id))).toEqual([])
  })

  it('has the words that have a sign in drawings', () => {
    const ids = new Set(GLOSSARY.map(({ id }) => id))
    expect(TERMS_WITH_GLYPH.filter((id) => !ids.has(id))).toEqual([])
    expect(new Set(TERMS_WITH_GLYPH).size).toBe(TERMS_WITH_GLYPH.length)
  })

  it('has more than sixty words', () => {
    expect(GLOSSARY.length).toBeGreaterThan(60)
  })
})

describe('prose', () => {
  it('is what is left without headings, code, tags, links and questions', () => {
    const text = '## A lease\n\nA `lease`, <Cite id="lease" /> a [lease](/x), two\nleases.'
    expect(firstUse(proseOf(text), 'lease')).toBe(text.lastIndexOf('leases'))
    expect(firstUse(proseOf('<Option why="A lease.">it'), 'lease')).toBe(-1)
    expect(firstUse(proseOf('of snapshot\nisolation.'), 'snapshot isolation')).toBe(3)
    expect(firstUse(proseOf('RAFT and draft'), 'Raft')).toBe(-1)
  })

  it('does not count a word that is linked', () => {
    const text = 'A <Term id="lease">lease</Term> is a lease.'
    expect(linkedTerms(text)).toEqual(new Map([['lease', 2]]))
    expect(firstUse(proseOf(text), 'lease')).toBe(text.lastIndexOf('lease'))
  })
})

describe.each(LESSONS)('$slug', ({ text }) => {
  it('links each word once', () => {
    const ids = [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('links a word of the glossary where it is first used', () => {
    const prose = proseOf(text)
    const linked = linkedTerms(text)
    const late = particular.filter(({ id, term }) => {
      const use = firstUse(prose, term)
      return use !== -1 && use < (linked.get(id) ?? text.length)
    })
    expect(late.map(({ id, term }) => `<Term id="${id}">${term}</Term>`)).toEqual([])
  })
})
