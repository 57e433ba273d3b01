/**
 * Compiles questions and flash cards: checks what they name, makes HTML of their Markdown, and
 * separates what may be shown before an answer from what decides it.
 */
import type { AnswerKey, CompiledCard, PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Course } from '#content/schema/course.ts'
import type {
  FlashCard,
  Misconception,
  Question,
  QuestionSource,
} from '#content/schema/question.ts'
import { ContentError } from '#content/schema/read-data.ts'
import { htmlOf, type MakeHtml, type MarkdownText } from './markdown-html.ts'
import type { ShapeContext, Texts } from './shape.ts'
import { shapeOf, sourcesOf } from './shape-question.ts'

export interface QuestionWorld {
  readonly course: Course
  /** Ids of the headings of each lesson, by slug. */
  readonly headings: ReadonlyMap<string, ReadonlySet<string>>
  readonly misconceptions: readonly Misconception[]
  readonly sources: readonly QuestionSource[]
  /** Left out: every text is compiled. */
  readonly makeHtml?: MakeHtml
}

export interface CompiledTopic {
  readonly shown: readonly PublicQuestion[]
  readonly keys: readonly AnswerKey[]
}

/**
 * @param file of the questions, for messages
 * @throws ContentError with a line for each thing that a question names and nobody has
 */
export async function compileQuestions(
  file: string,
  questions: readonly Question[],
  world: QuestionWorld,
): Promise<CompiledTopic> {
  const problems = questions.flatMap((question) => danglingIn(file, question, world))
  if (problems.length > 0) throw new ContentError(problems.join('\n'))
  // First round: which texts are there? Second round: the same with their HTML.
  const asked = new Map<string, MarkdownText>()
  for (const question of questions) compileOne(file, question, world, recorder(asked))
  const texts = [...asked.values()]
  const html = await (world.makeHtml ?? htmlOf)(texts)
  const made = new Map([...asked.keys()].map((key, index) => [key, html[index] ?? '']))
  const pairs = questions.map((question) => compileOne(file, question, world, reader(made)))
  return { shown: pairs.map(({ shown }) => shown), keys: pairs.map(({ key }) => key) }
}

/** Flash cards with their Markdown made HTML. @throws ContentError for a lesson that is not there */
export async function compileCards(
  file: string,
  cards: readonly FlashCard[],
  { headings, makeHtml = htmlOf }: QuestionWorld,
): Promise<readonly CompiledCard[]> {
  for (const { id, lesson } of cards) {
    if (headings.has(lesson)) continue
    throw new ContentError(`${file}: card "${id}": lesson: there is no lesson "${lesson}"`)
  }
  const html = await makeHtml(
    cards.flatMap(({ id, front, back }) => [
      { where: `${file}: card "${id}": front`, markdown: front, isInline: true },
      { where: `${file}: card "${id}": back`, markdown: back, isInline: false },
    ]),
  )
  return cards.map((card, index) => ({
    ...card,
    front: html[index * 2] ?? '',
    back: html[index * 2 + 1] ?? '',
  }))
}

type TextsOf = (where: string) => Texts

function recorder(asked: Map<string, MarkdownText>): TextsOf {
  return (where) => {
    const record = (markdown: string, field: string, isInline: boolean) => {
      asked.set(keyOf(markdown, isInline), { where: `${where}: ${field}`, markdown, isInline })
      return ''
    }
    return {
      block: (markdown, field) => record(markdown, field, false),
      inline: (markdown, field) => record(markdown, field, true),
    }
  }
}

function reader(made: ReadonlyMap<string, string>): TextsOf {
  return () => ({
    block: (markdown) => made.get(keyOf(markdown, false)) ?? '',
    inline: (markdown) => made.get(keyOf(markdown, true)) ?? '',
  })
}

function keyOf(markdown: string, isInline: boolean): string {
  return `${isInline ? 'inline' : 'block'} ${markdown}`
}

function compileOne(file: string, question: Question, world: QuestionWorld, textsOf: TextsOf) {
  const where = `${file}: question "${question.id}"`
  const context: ShapeContext = {
    where,
    texts: textsOf(where),
    sources: new Map(world.sources.map((source) => [source.id, source])),
  }
  const { id, topic, difficulty, labClaims } = question
  const prompt = context.texts.block(question.prompt, 'prompt')
  const explanation = context.texts.block(question.explanation, 'explanation')
  const { shown, key } = shapeOf(question, context)
  const base = {
    id,
    topic,
    ...placeOf(question, world),
    difficulty,
    prompt,
    title: titleOf(question, prompt),
  }
  const sources = sourcesOf(question, context)
  const misconceptions = misconceptionsOf(question)
  return {
    shown: { ...base, ...shown } as PublicQuestion,
    key: { id, explanation, sources, misconceptions, labClaims, ...key } as AnswerKey,
  }
}

/** The prompt in plain words; where many have one prompt, what it is about comes first. */
function titleOf(question: Question, prompt: string): string {
  if (question.kind !== 'classify') return plain(prompt)
  const { system, operation } = question.subject
  return `${system}, ${operation.replaceAll('`', '')}: ${plain(prompt)}`
}

/** A lesson that was to come and has come since is the lesson now. */
function placeOf({ lesson, section, futureLesson }: Question, { course }: QuestionWorld) {
  const future = course.modules
    .flatMap(({ lessons }) => lessons)
    .find(({ title }) => title === futureLesson)
  if (future?.slug !== undefined) return { lesson: future.slug }
  return {
    lesson,
    ...(section === undefined ? {} : { section }),
    ...(futureLesson === undefined ? {} : { futureLesson }),
  }
}

/** All misconceptions that a question names, wherever it does, each once. */
function misconceptionsOf(question: Question): readonly string[] {
  const found = new Set<string>()
  JSON.stringify(question, (name, value: unknown) => {
    if (name === 'misconception' && typeof value === 'string') found.add(value)
    return value
  })
  return [...found]
}

function danglingIn(file: string, question: Question, world: QuestionWorld): readonly string[] {
  const { id, lesson, section, futureLesson } = question
  const where = `${file}: question "${id}"`
  const known = new Set(world.misconceptions.map((each) => each.id))
  const titles = world.course.modules.flatMap(({ lessons }) => lessons.map(({ title }) => title))
  const lessons = question.kind === 'design' ? [lesson, ...question.lessons] : [lesson]
  const places =
    question.kind === 'design' && question.answers !== undefined
      ? [{ lesson, section }, question.answers]
      : [{ lesson, section }]
  return [
    ...lessons
      .filter((slug) => !world.headings.has(slug))
      .map((slug) => `${where}: lesson: there is no lesson "${slug}"`),
    ...places
      .filter(
        (place) =>
          place.section !== undefined &&
          world.headings.get(place.lesson)?.has(place.section) === false,
      )
      .map((place) => `${where}: section: ${place.lesson} has no heading "${place.section}"`),
    ...(futureLesson === undefined || titles.includes(futureLesson)
      ? []
      : [`${where}: futureLesson: content/course.yaml has no lesson “${futureLesson}”`]),
    ...misconceptionsOf(question)
      .filter((each) => !known.has(each))
      .map((each) => `${where}: content/misconceptions.yaml has no misconception "${each}"`),
  ]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
