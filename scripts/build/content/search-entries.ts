/** Makes the index of the search from everything that was compiled. */
import MiniSearch from 'minisearch'
import type { CompiledInstructions, CompiledLesson } from '#content/schema/compiled.ts'
import type { Course } from '#content/schema/course.ts'
import type { Glossary } from '#content/schema/glossary.ts'
import { SEARCH_OPTIONS, type SearchEntry } from '#content/schema/search.ts'
import { labs } from '#labs/index.ts'

export interface Searchable {
  readonly course: Course
  readonly glossary: Glossary
  /** By slug. */
  readonly lessons: ReadonlyMap<string, CompiledLesson>
  /** By `lab/step`. */
  readonly instructions: ReadonlyMap<string, CompiledInstructions>
}

/** The index as JSON text, for `openSearch`. */
export function searchIndexText(searchable: Searchable): string {
  const index = new MiniSearch(SEARCH_OPTIONS)
  index.addAll(searchEntries(searchable))
  return JSON.stringify(index)
}

/** All places that can be found, those of a lesson in the order of its text. */
export function searchEntries(searchable: Searchable): readonly SearchEntry[] {
  const { course, glossary, lessons, instructions } = searchable
  const moduleOf = new Map(
    course.modules.flatMap(({ id, title, lessons: inModule }) =>
      inModule.map(({ slug }) => [slug, `${id.toUpperCase()} · ${title}`]),
    ),
  )
  return [
    ...[...lessons].flatMap(([slug, lesson]) => lessonEntries(slug, lesson, moduleOf.get(slug))),
    ...glossary.map(
      ({ id, term, meaning }): SearchEntry => ({
        id: `/glossary#${id}`,
        kind: 'word',
        title: term,
        within: 'Glossary',
        text: meaning.replaceAll(/\s+/g, ' ').trim(),
      }),
    ),
    ...[...instructions].map(([id, { frontmatter, sections }]): SearchEntry => {
      const texts = sections.map(({ heading, text }) =>
        heading === undefined ? text : `${heading.text}. ${text}`,
      )
      return {
        id: `/labs/${id}`,
        kind: 'lab',
        title: frontmatter.title,
        within: labs.find((lab) => lab.id === id.split('/')[0])?.title ?? id,
        text: [frontmatter.summary, ...texts].join(' '),
      }
    }),
  ]
}

function lessonEntries(
  slug: string,
  { frontmatter, sections }: CompiledLesson,
  module: string | undefined,
): readonly SearchEntry[] {
  const { title, objective } = frontmatter
  return sections.map(({ heading, text }): SearchEntry => {
    const place = heading === undefined ? '' : `#${heading.id}`
    return {
      id: `/learn/${slug}${place}`,
      kind: 'lesson',
      title: heading?.text ?? title,
      within: heading === undefined ? (module ?? 'Lesson') : title,
      text: heading === undefined ? `${objective} ${text}` : text,
    }
  })
}
