/** Questions in which one picks or puts in order: shuffled, and named by their words. */
import { gradeOrder } from '#content/grading/order.ts'
import type { KeyOption } from '#content/schema/compiled-question.ts'
import type { QuestionOf } from '#content/schema/question.ts'
import { questionId } from '#content/schema/question-id.ts'
import { ContentError } from '#content/schema/read-data.ts'
import type { Shape, ShapeContext } from './shape.ts'

interface OptionData {
  readonly text: string
  readonly isRight?: true | undefined
  readonly why: string
  readonly misconception?: string | undefined
}

function keyOption(option: OptionData, id: string, { texts }: ShapeContext): KeyOption {
  const { isRight, why, misconception } = option
  return {
    id,
    isRight: isRight ?? false,
    why: texts.block(why, 'options.why'),
    ...(misconception === undefined ? {} : { misconception }),
  }
}

/** Always the same order, and one that has nothing to do with that of the source. */
function shuffled<T>(seed: string, items: readonly T[], wordsOf: (item: T) => string): T[] {
  const rank = (item: T) => questionId(`${questionId(wordsOf(item))} ${seed}`)
  return items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

function shapeOptions(id: string, options: readonly OptionData[], context: ShapeContext) {
  const inOrder = shuffled(id, options, ({ text }) => text)
  return {
    shown: inOrder.map(({ text }) => ({
      id: questionId(text),
      text: context.texts.inline(text, 'options.text'),
    })),
    key: inOrder.map((option) => keyOption(option, questionId(option.text), context)),
  }
}

export function shapeChoice<Kind extends 'choice' | 'choices'>(
  kind: Kind,
  { id, options }: QuestionOf<Kind>,
  context: ShapeContext,
) {
  const { shown, key } = shapeOptions(id, options, context)
  return { shown: { kind, options: shown }, key: { kind, options: key } }
}

export function shapeOutcome(
  { id, kind, options, run, choice }: QuestionOf<'outcome'>,
  context: ShapeContext,
): Shape<'outcome'> {
  const { shown, key } = shapeOptions(id, options, context)
  return { shown: { kind, options: shown }, key: { kind, options: key, run, choice } }
}

export function shapeClasses(
  { kind, classes, subject }: QuestionOf<'classify'>,
  context: ShapeContext,
): Shape<'classify'> {
  const shown = classes.map(({ id, text }) => ({
    id,
    text: context.texts.inline(text, 'classes.text'),
  }))
  const options = classes.map((option) => keyOption(option, option.id, context))
  return { shown: { kind, subject, options: shown }, key: { kind, options } }
}

export function shapeOrder(
  { id, kind, items, before, misconception }: QuestionOf<'order'>,
  { texts, where }: ShapeContext,
): Shape<'order'> {
  const idOf = new Map(items.map((item) => [item.id, questionId(item.text)]))
  const named = (item: string) => {
    const found = idOf.get(item)
    if (found !== undefined) return found
    throw new ContentError(`${where}: before: there is no event "${item}" among the items`)
  }
  const key = {
    kind,
    order: items.map((item) => named(item.id)),
    before: before.map(({ first, second, why }) => ({
      first: named(first),
      second: named(second),
      why: texts.block(why, 'before.why'),
    })),
    ...(misconception === undefined ? {} : { misconception }),
  }
  if (!gradeOrder(key, key.order).isRight) {
    throw new ContentError(`${where}: before: the items stand in an order that these pairs forbid`)
  }
  const mixed = shuffled(id, items, ({ text }) => text)
  const isRight = gradeOrder(
    key,
    mixed.map((item) => named(item.id)),
  ).isRight
  // The other way round, an order that was right breaks every pair.
  const shown = (isRight ? mixed.toReversed() : mixed).map(({ text }) => ({
    id: questionId(text),
    text: texts.inline(text, 'items.text'),
  }))
  return { shown: { kind, items: shown }, key }
}
