/**
 * Compiles lessons and lab instructions from MDX, and checks the course map and the
 * glossary. The web process only reads what this writes: it never loads a compiler.
 *
 * Each text becomes `.netsplit/build/content/<hash>.json`; the hash covers the source, the
 * versions of the tools and the compiling code, so an unchanged text is never compiled twice.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type CheatSheet, cheatSheetSchema, danglingNames } from '#content/schema/cheat-sheet.ts'
import type {
  CompiledInstructions,
  CompiledLesson,
  CompiledText,
  ContentManifest,
} from '#content/schema/compiled.ts'
import { type Course, courseSchema } from '#content/schema/course.ts'
import { type Glossary, glossarySchema } from '#content/schema/glossary.ts'
import { instructionsSchema, lessonSchema } from '#content/schema/lesson.ts'
import { ContentError, checkData, readYaml } from '#content/schema/read-data.ts'
import { checkText } from './content/check-text.ts'
import { compileText } from './content/compile-text.ts'
import { htmlOf, type MarkdownText } from './content/markdown-html.ts'
import { compileAllQuestions } from './content/question-step.ts'
import { readQuizzes } from './content/quiz-step.ts'
import { searchIndexText } from './content/search-entries.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const OUT = join(ROOT, '.netsplit', 'build', 'content')

/** What decides whether this step must run again. */
export const inputs: readonly string[] = [
  'content',
  'labs',
  'scripts/build/content.ts',
  'scripts/build/content',
  'package-lock.json',
]

/** Writes the manifest and every text that is new; removes what no text needs any more. */
export async function build(): Promise<void> {
  await mkdir(OUT, { recursive: true })
  const course = readYaml(
    'content/course.yaml',
    await readText('content/course.yaml'),
    courseSchema,
  )
  const glossary = readYaml(
    'content/glossary.yaml',
    await readText('content/glossary.yaml'),
    glossarySchema,
  )
  const toolHash = await hashOfTools()
  const lessons: Record<string, string> = {}
  for (const slug of await foldersIn('content/lessons')) {
    const file = `content/lessons/${slug}/lesson.mdx`
    lessons[slug] = await compile({ file, schema: lessonSchema, glossary, toolHash })
  }
  const instructions: Record<string, string> = {}
  for (const [id, file] of await instructionFiles()) {
    instructions[id] = await compile({ file, schema: instructionsSchema, glossary, toolHash })
  }
  checkLinks(course, lessons)
  const cheatSheet = await readCheatSheet(glossary, lessons)
  const compiled = await readCompiled<CompiledLesson>(lessons)
  const kept = new Set([...Object.values(lessons), ...Object.values(instructions)])
  const { questions, answers } = await compileAllQuestions({
    root: ROOT,
    course,
    headings: headingsOf(compiled),
    makeHtml: (texts) => htmlOnce(texts, toolHash, kept),
  })
  const outlines = Object.fromEntries([...compiled].map(([slug, { outline }]) => [slug, outline]))
  const texts = { lessons, outlines, instructions }
  const manifest: ContentManifest = { course, glossary, cheatSheet, ...texts }
  const searchable = {
    course,
    glossary,
    lessons: compiled,
    instructions: await readCompiled<CompiledInstructions>(instructions),
  }
  await writeWhole(join(OUT, 'search.json'), searchIndexText(searchable))
  await writeWhole(join(OUT, 'questions.json'), JSON.stringify(questions))
  await writeWhole(join(OUT, 'question-answers.json'), JSON.stringify(answers))
  const quizzes = await readQuizzes(ROOT, questions.questions)
  await writeWhole(join(OUT, 'quizzes.json'), JSON.stringify(quizzes))
  await writeWhole(join(OUT, 'manifest.json'), JSON.stringify(manifest))
  await removeOthers(kept)
}

interface TextToCompile {
  readonly file: string
  readonly schema: z.ZodType<unknown>
  readonly glossary: Glossary
  readonly toolHash: string
}

/** Compiles one text unless that was done before; returns its hash. */
async function compile({ file, schema, glossary, toolHash }: TextToCompile): Promise<string> {
  const source = await readText(file)
  const hash = sha256(`${toolHash}\n${source}`)
  const target = join(OUT, `${hash}.json`)
  // The glossary may have lost a term, so this is checked even when nothing is compiled.
  checkText(file, source, glossary)
  if (existsSync(target)) return hash
  const { code, frontmatter, ...parts } = await compileText(file, source)
  const text: CompiledText<unknown> = {
    frontmatter: checkData(file, frontmatter, schema),
    ...parts,
    code,
  }
  await writeWhole(target, JSON.stringify(text))
  return hash
}

async function readCompiled<T>(
  hashes: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, T>> {
  const texts = Object.entries(hashes).map(
    async ([id, hash]) =>
      [id, JSON.parse(await readFile(join(OUT, `${hash}.json`), 'utf8')) as T] as const,
  )
  return new Map(await Promise.all(texts))
}

/** As with lessons, a file of questions that has not changed is not compiled again. */
async function htmlOnce(
  texts: readonly MarkdownText[],
  toolHash: string,
  kept: Set<string>,
): Promise<readonly string[]> {
  const hash = sha256(`${toolHash}\n${JSON.stringify(texts)}`)
  kept.add(hash)
  const target = join(OUT, `${hash}.json`)
  if (existsSync(target)) return JSON.parse(await readFile(target, 'utf8')) as readonly string[]
  const html = await htmlOf(texts)
  await writeWhole(target, JSON.stringify(html))
  return html
}

/** Ids of headings by slug. */
function headingsOf(
  lessons: ReadonlyMap<string, CompiledLesson>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...lessons].map(([slug, { headings }]) => [slug, new Set(headings.map(({ id }) => id))]),
  )
}

async function readCheatSheet(
  glossary: Glossary,
  lessons: Readonly<Record<string, string>>,
): Promise<CheatSheet> {
  const file = 'content/cheat-sheet.yaml'
  const sheet = readYaml(file, await readText(file), cheatSheetSchema)
  const terms = new Set(glossary.map(({ id }) => id))
  const dangling = danglingNames(sheet, terms, new Set(Object.keys(lessons)))
  if (dangling.length > 0) throw new ContentError(`${file}: ${dangling.join('; ')}`)
  return sheet
}

function checkLinks(course: Course, lessons: Readonly<Record<string, string>>): void {
  const linked = new Set<string>()
  for (const { id, lessons: ofModule } of course.modules) {
    for (const { slug } of ofModule) {
      if (slug === undefined) continue
      linked.add(slug)
      if (lessons[slug] !== undefined) continue
      throw new ContentError(
        `content/course.yaml: module ${id} links the lesson "${slug}", but there is no content/lessons/${slug}/lesson.mdx`,
      )
    }
  }
  for (const slug of Object.keys(lessons)) {
    if (linked.has(slug)) continue
    throw new ContentError(
      `content/lessons/${slug}: no module in content/course.yaml has a lesson with this slug`,
    )
  }
}

/** `lab/step` and path of every instructions.mdx. */
async function instructionFiles(): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for (const lab of await foldersIn('labs')) {
    if (!existsSync(join(ROOT, 'labs', lab, 'steps'))) continue
    for (const step of await foldersIn(`labs/${lab}/steps`)) {
      const file = `labs/${lab}/steps/${step}/instructions.mdx`
      if (existsSync(join(ROOT, file))) found.push([`${lab}/${step}`, file])
    }
  }
  return found
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, path), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** Changes when a tool, a schema or the compiling code changes. */
async function hashOfTools(): Promise<string> {
  const { dependencies } = JSON.parse(await readText('package.json')) as {
    dependencies: Record<string, string>
  }
  const folders = ['scripts/build/content', 'content/schema']
  const files: string[] = ['scripts/build/content.ts']
  for (const folder of folders) {
    for (const name of (await readdir(join(ROOT, folder))).sort()) files.push(`${folder}/${name}`)
  }
  const texts = await Promise.all(files.map(readText))
  return sha256(JSON.stringify(dependencies) + texts.join('\n'))
}

async function removeOthers(hashes: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(OUT)) {
    const hash = /^([0-9a-f]{64})\.json$/.exec(name)?.[1]
    if (hash !== undefined && !hashes.has(hash)) await rm(join(OUT, name))
  }
}

/** A reader sees the old file or the new one, never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

async function readText(file: string): Promise<string> {
  return await readFile(join(ROOT, file), 'utf8')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
