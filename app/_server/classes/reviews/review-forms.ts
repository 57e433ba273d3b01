/** What the forms of reviews may say, with the sentence for each thing that is wrong. */
import 'server-only'
import { z } from 'zod'
import { SCORINGS } from '../../../_classes/reviews/rubric.ts'
import { lineRule } from '../form-rules.ts'

/** A rubric as large as may be, in bytes of JSON. */
export const RUBRIC_BYTES_MAX = 120_000

const WORDS_LENGTH_MAX = 4_000

/** Words of a person. @param name as the sentence calls it */
function wordsRule(name: string) {
  return z
    .string()
    .trim()
    .max(WORDS_LENGTH_MAX, `Use ${WORDS_LENGTH_MAX} characters at most for ${name}.`)
    .refine((text) => !text.includes('\0'), `There is a NUL character in ${name}: remove it.`)
}

const filledRule = (name: string) => wordsRule(name).min(1, `Write ${name}.`)

const points = z.number('Points are numbers: give some wherever they are asked for.')
const id = z.string().min(1).max(100)

/** What may be in it beside its shape, `rubricProblem` says. */
export const RubricForm = z.object({
  version: z.number().int().min(0),
  criteria: z
    .array(
      z.object({
        id,
        title: lineRule('the title of a criterion'),
        scoring: z.enum(SCORINGS),
        points,
        items: z.array(z.object({ id, title: lineRule('the title of an item'), points })).max(100),
      }),
    )
    .max(100),
  acceptsChanges: z.boolean(),
})

export const ReviewForm = z.object({
  version: z.number().int().min(0),
  state: z.enum(['draft', 'published']),
  chosen: z.array(id).max(1_000),
  override: z.object({ points, reason: wordsRule('the reason') }).nullable(),
  words: wordsRule('the words about the whole'),
})

export const CommentForm = z.object({
  submissionId: id,
  firstLine: z.number().int(),
  lastLine: z.number().int(),
  text: filledRule('the comment'),
  savedId: z.string().max(100),
})

export const CommentTextForm = z.object({ text: filledRule('the comment') })
export const AnswerForm = z.object({ text: filledRule('the answer') })
export const ResolvedForm = z.object({ isResolved: z.boolean() })

export const SavedForm = z.object({
  title: lineRule('the title of the saved comment'),
  text: filledRule('the comment'),
})
