/** Reads what the content build wrote: lessons, lab instructions, course map and glossary. */
import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheatSheet } from '#content/schema/cheat-sheet.ts'
import type {
  CompiledInstructions,
  CompiledLesson,
  ContentManifest,
  LessonOutline,
} from '#content/schema/compiled.ts'
import type { Course } from '#content/schema/course.ts'
import type { Glossary } from '#content/schema/glossary.ts'

const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), '.netsplit', 'build', 'content')

/** The index of the search; `search.ts` reads it. */
export const SEARCH_FILE = join(FOLDER, 'search.json')

/** The lesson of this slug, or undefined when there is none. */
export async function readLesson(slug: string): Promise<CompiledLesson | undefined> {
  const { lessons } = await readManifest()
  return Object.hasOwn(lessons, slug) ? await readText<CompiledLesson>(lessons[slug]) : undefined
}

/** The instructions of a lab's step, or undefined when there are none. */
export async function readInstructions(
  labId: string,
  stepId: string,
): Promise<CompiledInstructions | undefined> {
  const { instructions } = await readManifest()
  const id = `${labId}/${stepId}`
  if (!Object.hasOwn(instructions, id)) return undefined
  return await readText<CompiledInstructions>(instructions[id])
}

export async function readCourse(): Promise<Course> {
  return (await readManifest()).course
}

/** Figures and questions of every lesson, by slug. */
export async function readOutlines(): Promise<Readonly<Record<string, LessonOutline>>> {
  return (await readManifest()).outlines
}

/** In the order of the alphabet. */
export async function readGlossary(): Promise<Glossary> {
  return (await readManifest()).glossary
}

/** The course on two pages. */
export async function readCheatSheet(): Promise<CheatSheet> {
  return (await readManifest()).cheatSheet
}

let manifest: { readonly writtenAt: number; readonly content: ContentManifest } | undefined

/** Kept in memory until the content build writes a new one. */
async function readManifest(): Promise<ContentManifest> {
  const path = join(FOLDER, 'manifest.json')
  const writtenAt = (await stat(path).catch(contentIsMissing)).mtimeMs
  if (manifest?.writtenAt !== writtenAt) {
    manifest = { writtenAt, content: JSON.parse(await readFile(path, 'utf8')) as ContentManifest }
  }
  return manifest.content
}

function contentIsMissing(): never {
  throw new Error(
    'The course has not been compiled: run `npm start`, or scripts/build/content.ts, first.',
  )
}

const texts = new Map<string, unknown>()

/** A file named by its hash never changes, so it is read once. */
async function readText<T>(hash: string | undefined): Promise<T> {
  const name = `${hash}.json`
  const kept = texts.get(name)
  if (kept !== undefined) return kept as T
  const text = JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as T
  texts.set(name, text)
  return text
}
