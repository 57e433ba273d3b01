/** Questions, flash cards and their answers, as the content build wrote them. */
import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  AnswerKey,
  CompiledAnswers,
  CompiledCard,
  CompiledQuestions,
  PublicQuestion,
} from '#content/schema/compiled-question.ts'
import { type Misconception, TOPICS } from '#content/schema/question.ts'
import type { Feedback } from '../_quiz/wire.ts'
import type { CardInfo } from '../_review/joined.ts'

export interface QuestionBank {
  /** In the order of the files. */
  readonly questions: readonly PublicQuestion[]
  readonly flashCards: readonly CompiledCard[]
  /** All of both, as scheduling sees them. */
  readonly cards: readonly CardInfo[]
  readonly misconceptions: ReadonlyMap<string, Misconception>
  question(id: string): PublicQuestion | undefined
  flashCard(id: string): CompiledCard | undefined
  key(id: string): AnswerKey | undefined
}

const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), '.netsplit', 'build', 'content')
const QUESTIONS = join(FOLDER, 'questions.json')
const ANSWERS = join(FOLDER, 'question-answers.json')

let bank: { readonly writtenAt: number; readonly content: QuestionBank } | undefined

/** Kept in memory until the content build writes a new one. */
export async function readQuestionBank(): Promise<QuestionBank> {
  const writtenAt = (await stat(ANSWERS).catch(questionsAreMissing)).mtimeMs
  if (bank?.writtenAt !== writtenAt) {
    const [questions, answers] = await Promise.all([
      readJson<CompiledQuestions>(QUESTIONS),
      readJson<CompiledAnswers>(ANSWERS),
    ])
    bank = { writtenAt, content: makeBank(questions, answers) }
  }
  return bank.content
}

export function questionCardId(id: string): string {
  return `question/${id}`
}

function flashCardId(id: string): string {
  return `card/${id}`
}

/** What may be told about a card once it was answered; undefined when there is no such card. */
export function feedbackOf(
  { key, flashCard, misconceptions }: QuestionBank,
  cardId: string,
  shown: readonly string[] = [],
): Feedback | undefined {
  const [kind, id = ''] = cardId.split('/')
  if (kind === 'card') {
    const card = flashCard(id)
    return card === undefined ? undefined : { kind: 'card', back: card.back }
  }
  const found = kind === 'question' ? key(id) : undefined
  if (found === undefined) return undefined
  const ids = [...new Set([...shown, ...found.misconceptions])]
  return {
    kind: 'question',
    key: found,
    misconceptions: ids.flatMap((each) => misconceptions.get(each) ?? []),
  }
}

/** The bank of what the build wrote; tests make their own. */
export function makeBank(
  { questions }: CompiledQuestions,
  compiled: CompiledAnswers,
): QuestionBank {
  const { answers, misconceptions, cards: flashCards } = compiled
  const byId = new Map(questions.map((question) => [question.id, question]))
  const flashById = new Map(flashCards.map((card) => [card.id, card]))
  const ofQuestions = questions.map(({ id, topic, lesson }) => ({
    id: questionCardId(id),
    topic,
    lesson,
    claims: answers[id]?.labClaims ?? [],
  }))
  const ofCards = flashCards.map(({ id, topic, lesson }) => ({
    id: flashCardId(id),
    topic,
    lesson,
    claims: [],
  }))
  return {
    questions,
    flashCards,
    cards: inCourseOrder([...ofQuestions, ...ofCards]),
    misconceptions: new Map(misconceptions.map((each) => [each.id, each])),
    question: (id) => byId.get(id),
    flashCard: (id) => flashById.get(id),
    key: (id) => (Object.hasOwn(answers, id) ? answers[id] : undefined),
  }
}

/** New cards come in this order, whatever the order of the files. */
function inCourseOrder(cards: readonly CardInfo[]): readonly CardInfo[] {
  const place = new Map(Object.keys(TOPICS).map((topic, index) => [topic, index]))
  const placeOf = ({ topic }: CardInfo) => place.get(topic) ?? place.size
  return cards.toSorted((a, b) => placeOf(a) - placeOf(b))
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T
}

function questionsAreMissing(): never {
  throw new Error(
    'The questions have not been compiled: run `npm start`, or scripts/build/content.ts, first.',
  )
}
