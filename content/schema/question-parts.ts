/** What questions of all kinds have, and parts that several kinds share. */
import { z } from 'zod'

/** Small letters, digits and single hyphens: ids, slugs, headings. */
export const slug = z
  .string({ error: 'must be a name of small letters, digits and hyphens' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens')

/** A text in Markdown that must not be left out. @param what completes “must be a text: …” */
export function text(what: string) {
  const error = `must be a text: ${what}`
  return z.string({ error }).trim().min(1, error)
}

/** A list that must not be empty. @param what completes “must list …” */
export function listOf<T extends z.ZodType>(item: T, { min, what }: { min: number; what: string }) {
  const error = `must list ${what}, ${min === 1 ? 'one' : min} or more`
  return z.array(item, { error }).min(min, error)
}

/** True, or not there at all: a wrong option does not say so. */
export const mark = z.literal(true, { error: 'must be true, or left out' }).optional()

const citation = z.strictObject({
  /** Id of an entry of content/question-sources.yaml. */
  source: slug,
  for: text('what of the question the source stands for'),
})

export const baseFields = {
  /** Unique among all questions, for ever: answers of learners are kept by it. */
  id: slug,
  /** Slug of the lesson that teaches it; for a lesson to come, the nearest that exists. */
  lesson: slug,
  /** Id of a heading in that lesson. */
  section: slug.optional(),
  /** Title of a lesson of course.yaml that is still to come. */
  futureLesson: text('the title of a lesson in course.yaml that is still to come').optional(),
  /** 1: read the lesson; 2: think it through; 3: an expert pauses. */
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], {
    error: 'must be 1, 2 or 3',
  }),
  prompt: text('what is asked'),
  /** Shown after every answer, right or wrong. */
  explanation: text('why the answer is what it is'),
  sources: z.array(citation, { error: 'must be a list of source and for' }).default([]),
  /** Ids of claims of labs: who breaks one should meet this question. */
  labClaims: z.array(slug).default([]),
} as const

const option = z.strictObject({
  text: text('the option as it is offered'),
  isRight: mark,
  why: text('why the option attracts and what is true'),
  /** Id of content/misconceptions.yaml; every wrong option has one. */
  misconception: slug.optional(),
})

interface OptionLike {
  readonly text: string
  readonly isRight?: true | undefined
  readonly misconception?: string | undefined
}

type Context = z.RefinementCtx

/**
 * No option stands twice, and right ones are no misconceptions.
 * @param areNamed whether each wrong option must be a misconception of the catalogue
 */
export function checkOptions(
  options: readonly OptionLike[],
  context: Context,
  { at, areNamed = true }: { at: string; areNamed?: boolean },
): void {
  const seen = new Set<string>()
  for (const [index, { text: words, isRight, misconception }] of options.entries()) {
    const complain = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [at, index, field], message })
    }
    if (isRight && misconception !== undefined) {
      complain('misconception', 'must be left out of a right option')
    }
    if (!isRight && areNamed && misconception === undefined) {
      complain('misconception', 'is missing: name one of content/misconceptions.yaml')
    }
    if (seen.has(words)) complain('text', `stands twice: “${words}”`)
    seen.add(words)
  }
}

/** @param most how many options may be right */
export function checkRightOnes(
  options: readonly OptionLike[],
  context: Context,
  { at, most }: { at: string; most: number },
): void {
  const right = options.filter(({ isRight }) => isRight).length
  if (right >= 1 && right <= most) return
  const wanted = most === 1 ? 'exactly one option' : 'at least one option'
  const message = `${wanted} must have isRight: true; ${right === 0 ? 'none has' : `${right} have`}`
  context.addIssue({ code: 'custom', path: [at], message })
}

export const options = listOf(option, { min: 2, what: 'options' })
