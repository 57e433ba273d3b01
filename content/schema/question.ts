/**
 * The shape of the questions, content/questions/<topic>.yaml, and of what they refer to. A message
 * names the file, the question and the field, and says what to do.
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { choice, choices, classify, outcome } from './question-choices.ts'
import { slug, text } from './question-parts.ts'
import { claim, cut, numberQuestion, order } from './question-runs.ts'
import { bug, design, explain } from './question-words.ts'
import { ContentError, checkData } from './read-data.ts'

/** Files of content/questions, after the modules of the course. */
export const TOPICS = {
  cap: 'CAP, precisely',
  partitions: 'Partitions are messy',
  pacelc: 'PACELC and latency',
  consistency: 'Consistency models',
  quorums: 'Quorums',
  time: 'Time',
  replication: 'Replication designs',
  consensus: 'Consensus',
  crdts: 'Convergence and CRDTs',
  systems: 'Real systems',
  designing: 'Designing',
} as const

export type Topic = keyof typeof TOPICS

const KINDS = {
  choice,
  choices,
  outcome,
  order,
  bug,
  cut,
  number: numberQuestion,
  classify,
  claim,
  explain,
  design,
} as const

export type QuestionKind = keyof typeof KINDS
export type QuestionOf<Kind extends QuestionKind> = z.infer<(typeof KINDS)[Kind]> & {
  readonly topic: Topic
}
export type Question = { [Kind in QuestionKind]: QuestionOf<Kind> }[QuestionKind]

export const QUESTION_KINDS = Object.keys(KINDS) as readonly QuestionKind[]

/**
 * Reads the questions of one topic.
 * @param file its path from the root of the repository, for messages and for the topic
 * @throws ContentError with a line for each thing that is wrong
 */
export function readQuestions(file: string, source: string): readonly Question[] {
  const topic = /([a-z]+)\.yaml$/.exec(file)?.[1] ?? ''
  if (!Object.hasOwn(TOPICS, topic)) {
    const known = Object.keys(TOPICS).join(', ')
    throw new ContentError(`${file}: there is no topic "${topic}": name the file after ${known}`)
  }
  const entries = parseList(file, source)
  const problems: string[] = []
  const questions = entries.flatMap((entry, index) => {
    try {
      return [{ ...checkQuestion(file, entry, index), topic: topic as Topic }]
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(error.message)
      return []
    }
  })
  if (problems.length > 0) throw new ContentError(problems.join('\n'))
  return questions
}

function parseList(file: string, source: string): readonly unknown[] {
  let data: unknown
  try {
    data = parse(source)
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n')
    throw new ContentError(`${file}: this is not YAML: ${line}`)
  }
  if (Array.isArray(data)) return data
  throw new ContentError(`${file}: must be a list of questions, each beginning with “- id:”`)
}

function checkQuestion(file: string, entry: unknown, index: number) {
  const fields = (entry ?? {}) as { readonly id?: unknown; readonly kind?: unknown }
  const place = typeof fields.id === 'string' ? `question "${fields.id}"` : `question ${index + 1}`
  const kind = String(fields.kind)
  if (!Object.hasOwn(KINDS, kind)) {
    const known = QUESTION_KINDS.join(', ')
    throw new ContentError(`${file}: ${place}: kind: must be one of ${known}, and is ${kind}`)
  }
  const schema = KINDS[kind as QuestionKind] as z.ZodType<z.infer<(typeof KINDS)[QuestionKind]>>
  return checkData(`${file}: ${place}`, entry, schema)
}

/** What many believe and what is true: content/misconceptions.yaml. */
export const misconceptionsSchema = z.array(
  z.strictObject({
    id: slug,
    name: text('a few words'),
    belief: text('what people believe, one sentence'),
    truth: text('what is true, one sentence'),
    /** Slug of the lesson that sets it right. */
    lesson: slug,
  }),
)

export type Misconception = z.infer<typeof misconceptionsSchema>[number]

/** What questions cite: content/question-sources.yaml. */
export const questionSourcesSchema = z.array(
  z.strictObject({
    id: slug,
    title: text('author, title and year'),
    url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
  }),
)

export type QuestionSource = z.infer<typeof questionSourcesSchema>[number]

/** Flash cards: content/cards.yaml. */
export const cardsSchema = z.array(
  z.strictObject({
    id: slug,
    topic: z.enum(Object.keys(TOPICS) as Topic[], {
      error: `must be a topic: ${Object.keys(TOPICS).join(', ')}`,
    }),
    lesson: slug,
    front: text('what is asked'),
    back: text('what to say'),
    /** What it covers, by the ids of the course's inventory. */
    covers: z.array(z.string().regex(/^A[0-9]-[0-9]+$/, 'must look like A1-84')).optional(),
  }),
)

export type FlashCard = z.infer<typeof cardsSchema>[number]
