/** Every address inside the site that a text names leads to something that is there. */
import { describe, expect, it } from 'vitest'
import { FIGURES } from '#app/_viz/figures/registry.ts'
import { findStep, labs } from '#labs/index.ts'
import { compileText } from '../../scripts/build/content/compile-text.ts'
import { allTexts, COURSE, GLOSSARY, LESSONS } from '../support/lesson-texts.ts'

/** Pages that have no part of their address from data. */
const PLAIN_PAGES: ReadonlySet<string> = new Set([
  '/',
  '/account',
  '/cheat-sheet',
  '/check',
  '/glossary',
  '/labs',
  '/learn',
])

const texts = allTexts()
const terms = new Set(GLOSSARY.map(({ id }) => id))
const slugs = new Set(LESSONS.map(({ slug }) => slug))

/** Addresses inside the site, and places on the same page, in the order in which they stand. */
function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(((?:\/|#)[^)\s]*)|href="((?:\/|#)[^"]*)"/g)].map(
    ([, written, attribute]) => written ?? attribute ?? '',
  )
}

/** Why a link leads nowhere, if so. */
async function deadEnd(file: string, link: string): Promise<string | undefined> {
  const [path = '', place] = link.split('#')
  const [, room, first, second, ...more] = path.split('/')
  if (path === '') return await deadPlace(file, place ?? '')
  if (room === 'learn' && first !== undefined && second === undefined) {
    if (!slugs.has(first)) return `there is no lesson "${first}"`
    return place === undefined
      ? undefined
      : await deadPlace(`content/lessons/${first}/lesson.mdx`, place)
  }
  if (room === 'labs' && first !== undefined && more.length === 0) {
    const isThere =
      second === undefined ? labs.some(({ id }) => id === first) : findStep(first, second)
    return isThere ? undefined : `there is no lab or step "${path}"`
  }
  if (path === '/glossary' && place !== undefined) {
    return terms.has(place) ? undefined : `the glossary has no word "${place}"`
  }
  return PLAIN_PAGES.has(path) ? undefined : `there is no page "${path}"`
}

async function deadPlace(file: string, place: string): Promise<string | undefined> {
  const { headings } = await compileText(file, texts.get(file) ?? '')
  const ids = [...headings.map(({ id }) => id), 'sources']
  return ids.includes(place) ? undefined : `${file} has no heading #${place}`
}

describe('the links of texts', () => {
  it('lead to something', async () => {
    const dead: string[] = []
    for (const [file, text] of texts) {
      for (const link of linksOf(text)) {
        const reason = await deadEnd(file, link)
        if (reason !== undefined) dead.push(`${file}: ${link}: ${reason}`)
      }
    }
    expect(dead).toEqual([])
  })

  it('that labs and steps name as their lessons lead to something', () => {
    const named = labs.flatMap(({ lessons, steps }) => [
      ...lessons,
      ...steps.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson])),
    ])
    expect(named.filter((slug) => !slugs.has(slug))).toEqual([])
  })

  it.each([
    ['/learn/the-four-of-cap', 'there is no lesson "the-four-of-cap"'],
    ['/labs/raft/99-nothing', 'there is no lab or step "/labs/raft/99-nothing"'],
    ['/glossary#nod', 'the glossary has no word "nod"'],
    ['/nowhere', 'there is no page "/nowhere"'],
    ['/learn/else#nowhere', 'content/lessons/else/lesson.mdx has no heading #nowhere'],
    ['#nowhere', 'content/lessons/else/lesson.mdx has no heading #nowhere'],
  ])('%s would be found out', async (link, reason) => {
    expect(linksOf(`[a](${link})`)).toEqual([link])
    expect(await deadEnd('content/lessons/else/lesson.mdx', link)).toBe(reason)
  })
})

describe.each(LESSONS)('$slug', ({ slug, text, frontmatter }) => {
  it('shows figures that there are, each once', () => {
    const names = [...text.matchAll(/<Figure\s+name="([^"]+)"\s+title="[^"]+"/g)].map(([, n]) => n)
    expect(names).toHaveLength(text.split('<Figure').length - 1)
    expect(new Set(names).size).toBe(names.length)
    expect(names.map((name) => `${slug}/${name}`).sort()).toEqual(
      Object.keys(FIGURES)
        .filter((id) => id.startsWith(`${slug}/`))
        .sort(),
    )
  })

  it('cites sources that it has, by names that stand once', () => {
    const ids = frontmatter.sources.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const cited = [...text.matchAll(/<Cite\s+id="([^"]*)"/g)].map(([, id = '']) => id)
    expect(cited).toHaveLength(text.split('<Cite').length - 1)
    expect(cited.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('uses words that the glossary has', () => {
    const used = [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map(([, id = '']) => id)
    expect(used).toHaveLength(text.split('<Term').length - 1)
    expect(used.filter((id) => !terms.has(id))).toEqual([])
  })

  it('has the title that the map gives it', () => {
    const lesson = COURSE.modules
      .flatMap(({ lessons }) => lessons)
      .find((other) => other.slug === slug)
    expect(lesson?.title).toBe(frontmatter.title)
  })
})
