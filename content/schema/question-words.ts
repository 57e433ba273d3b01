/** Kinds of questions that are answered in words or by pointing at a line. */
import { z } from 'zod'
import { baseFields, listOf, slug, text } from './question-parts.ts'

const codeLine = text('a line of the code as it stands, without its indentation')

/** A piece of code with a bug: point at its line. */
export const bug = z.strictObject({
  kind: z.literal('bug'),
  ...baseFields,
  /** TypeScript, thirty lines at most. */
  code: text('the code').refine((code) => code.split('\n').length <= 30, {
    error: 'must have thirty lines at most',
  }),
  /** The lines that hold the bug: pointing at any of them is right. */
  bugLines: listOf(codeLine, { min: 1, what: 'lines that hold the bug' }),
  misconception: slug,
  /** Lines that look wrong and are not. */
  tempting: listOf(
    z.strictObject({ line: codeLine, why: text('why it looks wrong and is right') }),
    { min: 2, what: 'lines that tempt' },
  ),
})

const rubricPoint = z.strictObject({
  point: text('what a good answer says'),
  listensFor: text('what an interviewer listens for'),
})

/** In your own words; whoever answers scores it by the rubric. */
export const explain = z.strictObject({
  kind: z.literal('explain'),
  ...baseFields,
  rubric: listOf(rubricPoint, { min: 3, what: 'points of the rubric' }),
  model: text('an answer that gets all points'),
  weak: z.strictObject({
    answer: text('an answer that one often hears'),
    why: text('what it lacks'),
    misconception: slug,
  }),
})

/** The steps of an answer, as the lesson “A frame for answers” has them; then what is added. */
export const FRAMEWORK_STEPS = {
  'name-operation': 'Name the operation and the setting',
  'give-definitions': 'Give the definitions',
  'say-cut': 'Say what a cut does, to whom',
  'say-why': 'Say why that is the right loss',
  'say-ordinary-day': 'Say what an ordinary day costs',
  'say-heal': 'Say how it heals',
  'say-measure': 'Say what you would measure',
  design: 'Design',
} as const

const designPart = z.strictObject({
  id: slug,
  step: z.enum(Object.keys(FRAMEWORK_STEPS) as (keyof typeof FRAMEWORK_STEPS)[], {
    error: `must be a step of the frame: ${Object.keys(FRAMEWORK_STEPS).join(', ')}`,
  }),
  prompt: text('what is asked in this part'),
  rubric: listOf(rubricPoint, { min: 1, what: 'points of the rubric' }),
  /** What a good answer might say, for comparison. */
  notes: text('notes on a good answer'),
})

/** A scenario in parts, also for the mock interview. */
export const design = z.strictObject({
  kind: z.literal('design'),
  ...baseFields,
  minutes: z.union([z.literal(20), z.literal(45)], { error: 'must be 20 or 45' }),
  parts: listOf(designPart, { min: 3, what: 'parts' }),
  /** Slugs of lessons to read after it. */
  lessons: listOf(slug, { min: 1, what: 'lessons to read' }),
  /** Where weak, strong and senior answers stand, when it is one of the classic questions. */
  answers: z.strictObject({ lesson: slug, section: slug }).optional(),
  weak: z.strictObject({
    answer: text('an answer that one often hears'),
    why: text('what it lacks'),
    misconception: slug,
  }),
})
