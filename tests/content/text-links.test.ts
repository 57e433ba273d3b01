/** What lessons point at exists: pages, steps, headings, figures; and words are linked once. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findStep } from '#labs/index.ts'
import { FIGURES } from '../../app/_viz/figures/registry.ts'
import { compileText } from '../../scripts/build/content/compile-text.ts'
import { ROOT } from '../../scripts/state/paths.ts'

const lessons = globSync('content/lessons/*/lesson.mdx', { cwd: ROOT })
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

describe.each(lessons)('%s', (file) => {
  const slug = basename(dirname(file))
  const text = read(file)

  it('links pages of the site that exist', async () => {
    const links = [...text.matchAll(/\]\((\/[^)\s]*|#[^)\s]*)\)/g)].map(([, link = '']) => link)
    const broken: string[] = []
    for (const link of links) if (!(await leadsSomewhere(link, file))) broken.push(link)
    expect(broken).toEqual([])
  })

  it('shows its figures, all of them', () => {
    const shown = [...text.matchAll(/<Figure\s+name="([^"]*)"/g)].map(
      ([, name]) => `${slug}/${name}`,
    )
    const own = Object.keys(FIGURES).filter((id) => id.startsWith(`${slug}/`))
    expect(shown.toSorted()).toEqual(own.toSorted())
  })

  it('links a word of the glossary once', () => {
    const linked = [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map(([, id]) => id)
    expect(linked.filter((id, place) => linked.indexOf(id) !== place)).toEqual([])
  })

  it('does not keep its right answers in one place', () => {
    const places = text
      .split('<Recall')
      .slice(1)
      .map((question) => question.split('<Option').findIndex((part) => part.includes('isRight')))
    expect(new Set(places).size).toBeGreaterThan(1)
  })
})

/** @param from the file that has the link */
async function leadsSomewhere(link: string, from: string): Promise<boolean> {
  const [path = '', heading] = link.split('#')
  const [room = '', first = '', second] = path.split('/').slice(1)
  const target = path === '' ? from : `content/lessons/${first}/lesson.mdx`
  if (path === '' || (room === 'learn' && first !== '')) {
    if (!existsSync(join(ROOT, target))) return false
    if (heading === undefined) return true
    const { headings } = await compileText(target, read(target))
    return headings.some(({ id }) => id === heading)
  }
  if (room === 'labs' && second !== undefined) return findStep(first, second) !== undefined
  if (room === 'labs' && first !== '') return existsSync(join(ROOT, 'labs', first, 'lab.ts'))
  return existsSync(join(ROOT, 'app', room, 'page.tsx'))
}
