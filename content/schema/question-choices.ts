/** Kinds of questions in which one picks among given answers. */
import { z } from 'zod'
import {
  baseFields,
  checkOptions,
  checkRightOnes,
  listOf,
  mark,
  options,
  slug,
  text,
} from './question-parts.ts'

/** One right option. */
export const choice = z
  .strictObject({ kind: z.literal('choice'), ...baseFields, options })
  .superRefine((question, context) => {
    checkOptions(question.options, context, { at: 'options' })
    checkRightOnes(question.options, context, { at: 'options', most: 1 })
  })

/** Any number of right options, at least one; all of them and no other is the answer. */
export const choices = z
  .strictObject({ kind: z.literal('choices'), ...baseFields, options })
  .superRefine((question, context) => {
    checkOptions(question.options, context, { at: 'options' })
    checkRightOnes(question.options, context, { at: 'options', most: question.options.length })
  })

const outcomeOption = z.strictObject({
  /** What `tell` of the run calls this outcome. */
  outcome: z.string({ error: 'must be an outcome of the run' }).min(1),
  text: text('the outcome as it is offered'),
  isRight: mark,
  why: text('why somebody expects it and what is true'),
  misconception: slug.optional(),
})

/** What comes of a schedule; the simulator runs it after the answer and shows it. */
export const outcome = z
  .strictObject({
    kind: z.literal('outcome'),
    ...baseFields,
    /** A figure of kind `run`: `lesson/name`, or `runs/name` for one in content/questions/runs. */
    run: z
      .string({ error: 'must name a figure of kind run' })
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must look like healing/old-leader or runs/late-repair'),
    /** The options of its controls that make the schedule. */
    choice: z.record(z.string(), z.string(), { error: 'must give an option for each control' }),
    options: listOf(outcomeOption, { min: 2, what: 'outcomes' }),
  })
  .superRefine((question, context) => {
    checkOptions(question.options, context, { at: 'options' })
    checkRightOnes(question.options, context, { at: 'options', most: 1 })
  })

const answerClass = z.strictObject({
  id: slug,
  text: text('the class, in a few words'),
  isRight: mark,
  why: text('why it is, or is not, in this class'),
  misconception: slug.optional(),
})

/** A system, an operation and a setting: which class is it in? The order of classes is kept. */
export const classify = z
  .strictObject({
    kind: z.literal('classify'),
    ...baseFields,
    subject: z.strictObject({
      system: text('whose behaviour it is'),
      operation: text('which operation'),
      setting: text('with which setting, and where the client is'),
    }),
    classes: listOf(answerClass, { min: 2, what: 'classes' }),
    sources: baseFields.sources.refine((sources) => sources.length > 0, {
      error: 'must have one or more: a class of a real system is a claim about it',
    }),
  })
  .superRefine((question, context) => {
    checkOptions(question.classes, context, { at: 'classes', areNamed: false })
    checkRightOnes(question.classes, context, { at: 'classes', most: 1 })
  })
