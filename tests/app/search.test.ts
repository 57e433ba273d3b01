/** What the search finds, in a small course made for it and in the real one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { find, type Hit, type MarkedText, openSearch } from '#app/_search/find.ts'
import type { CompiledInstructions, CompiledLesson } from '#content/schema/compiled.ts'
import { compileText } from '../../scripts/build/content/compile-text.ts'
import { searchEntries, searchIndexText } from '../../scripts/build/content/search-entries.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { COURSE, GLOSSARY, LESSONS } from '../support/lesson-texts.ts'

const LEASES = `A lease is a promise.

## Who holds it

The <Term id="leader">leader</Term> keeps the lease of “n1” until it runs out (<Cite id="a" />).

\`\`\`ts
const secret = 1
\`\`\`

<ThinkFirst question="And then?">Nobody serves.</ThinkFirst>

### In a cut

Nothing special.

## Recall

<Recall question="Who?"><Option why="Wrong.">Marmalade</Option></Recall>
`

async function lessonOf(title: string, text: string): Promise<CompiledLesson> {
  const { headings, sections, outline } = await compileText('l.mdx', text)
  return {
    frontmatter: { title, objective: `Learn of ${title}.`, minutes: 5, sources: [] },
    headings,
    sections,
    outline,
    code: '',
  }
}

const instructions: CompiledInstructions = {
  frontmatter: { title: 'Elect a leader', summary: 'One for each term.' },
  headings: [],
  sections: [{ text: 'A candidate asks for votes.' }],
  outline: { figures: [], questions: [] },
  code: '',
}

const searchable = {
  course: {
    modules: [
      {
        id: 'm8',
        title: 'Consensus',
        objective: 'O.',
        lessons: [{ title: 'Leases', objective: 'O.', slug: 'leases', needs: [] }],
        labs: [],
      },
    ],
  },
  glossary: [{ id: 'lease', term: 'lease', meaning: 'A right that ends by itself.', see: [] }],
  lessons: new Map([['leases', await lessonOf('Leases', LEASES)]]),
  instructions: new Map([['raft/03-election', instructions]]),
}
const search = openSearch(searchIndexText(searchable))

const plain = (text: MarkedText) => text.map((part) => part.text).join('')
const marked = (text: MarkedText) => text.filter((part) => part.isMatch).map((part) => part.text)
const addresses = (hits: readonly Hit[]) => hits.map(({ href }) => href)

describe('what can be found', () => {
  it('is a section of a lesson, a word, or a step of a lab', () => {
    expect(searchEntries(searchable)).toEqual([
      {
        id: '/learn/leases',
        kind: 'lesson',
        title: 'Leases',
        within: 'M8 · Consensus',
        text: 'Learn of Leases. A lease is a promise.',
      },
      {
        id: '/learn/leases#who-holds-it',
        kind: 'lesson',
        title: 'Who holds it',
        within: 'Leases',
        text: 'The leader keeps the lease of “n1” until it runs out. And then? Nobody serves. In a cut Nothing special.',
      },
      {
        id: '/glossary#lease',
        kind: 'word',
        title: 'lease',
        within: 'Glossary',
        text: 'A right that ends by itself.',
      },
      {
        id: '/labs/raft/03-election',
        kind: 'lab',
        title: 'Elect a leader',
        within: 'Raft',
        text: 'One for each term. A candidate asks for votes.',
      },
    ])
  })

  it('is neither code nor the wrong answers of questions', () => {
    expect(find(search, 'secret')).toEqual([])
    expect(find(search, 'marmalade')).toEqual([])
  })
})

describe('a query', () => {
  it('finds the meaning of a word before its uses', () => {
    expect(addresses(find(search, 'lease'))[0]).toBe('/glossary#lease')
  })

  it('finds a word while it is typed, in any case, and with a letter wrong', () => {
    expect(addresses(find(search, 'Candid'))).toEqual(['/labs/raft/03-election'])
    expect(addresses(find(search, 'candidste'))).toEqual(['/labs/raft/03-election'])
    expect(addresses(find(search, 'CANDIDATES'))).toEqual(['/labs/raft/03-election'])
  })

  it('does not guess where something fits', () => {
    expect(addresses(find(search, 'lease'))).toHaveLength(3)
    expect(find(search, 'terms').flatMap(({ excerpt }) => marked(excerpt))).toEqual(['term'])
  })

  it('asks for all its words, and for any of them where nothing has all', () => {
    expect(addresses(find(search, 'leader lease'))).toEqual(['/learn/leases#who-holds-it'])
    expect(addresses(find(search, 'votes promise'))).toHaveLength(2)
  })

  it('that is empty finds nothing, and one without an answer too', () => {
    expect(find(search, '  ')).toEqual([])
    expect(find(search, 'zebra')).toEqual([])
    expect(find(search, '.*+?(')).toEqual([])
  })

  it('shows the passage, with the words marked', () => {
    const [hit] = find(search, 'votes')
    expect(hit && plain(hit.excerpt)).toBe('One for each term. A candidate asks for votes.')
    expect(hit && marked(hit.excerpt)).toEqual(['votes'])
  })
})

describe('a long text', () => {
  const text = `${'One two three. '.repeat(40)}Here is the needle. ${'Four five. '.repeat(40)}`
  const long = openSearch(
    searchIndexText({
      ...searchable,
      lessons: new Map(),
      instructions: new Map([['raft/03-election', { ...instructions, sections: [{ text }] }]]),
    }),
  )

  it('is cut to whole words around what was searched for', () => {
    const [hit] = find(long, 'needle')
    const excerpt = hit === undefined ? '' : plain(hit.excerpt)
    expect(excerpt).toMatch(/^… \w+[ .].*Here is the needle\..*\w+\.? …$/)
    expect(excerpt.length).toBeLessThan(200)
  })
})

describe('the course', () => {
  it('is found by what a learner would ask', async () => {
    const lessons = new Map<string, CompiledLesson>()
    for (const { slug, frontmatter } of LESSONS) {
      const file = `content/lessons/${slug}/lesson.mdx`
      const compiled = await compileText(file, readFileSync(join(ROOT, file), 'utf8'))
      lessons.set(slug, { ...compiled, frontmatter, code: '' })
    }
    const whole = openSearch(
      searchIndexText({ course: COURSE, glossary: GLOSSARY, lessons, instructions: new Map() }),
    )
    const first = (query: string, count: number) => addresses(find(whole, query)).slice(0, count)
    expect(first('quorum', 1)).toEqual(['/glossary#quorum'])
    expect(first('two bank branches', 1)).toEqual(['/learn/two-bank-branches'])
    expect(first('PNUTS', 5).join(' ')).toContain('/learn/two-readings-of-pc')
    expect(first('photo and comment', 3).join(' ')).toContain('/learn/causal-consistency')
    expect(find(whole, 'read').length).toBeGreaterThan(10)
  })
})
