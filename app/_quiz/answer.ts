/** What a learner answers, by kind: as it is sent, kept and judged. It never holds the right answer. */
import { z } from 'zod'
import type { QuestionKind } from '#content/schema/question.ts'

const id = z.string().min(1).max(120)
const LIST_MAX = 60
/** A page of text is more than anybody needs for an answer in words. */
export const WORDS_MAX = 6_000
const words = z.string().max(WORDS_MAX)

const one = z.strictObject({ kind: z.literal('one'), option: id })
const some = z.strictObject({ kind: z.literal('some'), options: z.array(id).max(LIST_MAX) })
const order = z.strictObject({ kind: z.literal('order'), order: z.array(id).max(LIST_MAX) })
const line = z.strictObject({ kind: z.literal('line'), line: z.int().min(1).max(200) })
const cut = z.strictObject({ kind: z.literal('cut'), links: z.array(id).max(LIST_MAX) })
const number = z.strictObject({
  kind: z.literal('number'),
  value: z.number(),
  unit: z.string().max(40),
})
/** In the learner's words, by part, and the points of the rubric that they found in it. */
const told = z.strictObject({
  kind: z.literal('words'),
  words: z.record(id, words),
  /** `part/index`, from 0. */
  points: z.array(z.string().regex(/^[a-z0-9-]+\/\d+$/)).max(LIST_MAX),
})
/** How well a flash card was known, by the learner's own judgement. */
const recalled = z.strictObject({
  kind: z.literal('recalled'),
  rating: z.enum(['again', 'hard', 'good', 'easy']),
})
/** “I do not know”: an honest answer, which is counted as not known. */
const unsure = z.strictObject({ kind: z.literal('unsure') })

export const answerSchema = z.discriminatedUnion('kind', [
  one,
  some,
  order,
  line,
  cut,
  number,
  told,
  recalled,
  unsure,
])

export type Answer = z.infer<typeof answerSchema>

/** The part of an `explain`, which has no parts. */
export const WHOLE = 'whole'

/** What kind of answer a question takes; flash cards take `recalled`. */
export const ANSWER_KINDS = {
  choice: 'one',
  outcome: 'one',
  classify: 'one',
  choices: 'some',
  claim: 'some',
  order: 'order',
  bug: 'line',
  cut: 'cut',
  number: 'number',
  explain: 'words',
  design: 'words',
} as const satisfies Record<QuestionKind, Answer['kind']>

/** Whether the learner judges the answer by a rubric. */
export function isRubricKind(kind: QuestionKind): boolean {
  return ANSWER_KINDS[kind] === 'words'
}
