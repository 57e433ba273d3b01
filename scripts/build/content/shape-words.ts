/** Questions that are answered in words: the rubric comes with the answer. */
import type { QuestionOf } from '#content/schema/question.ts'
import type { Shape, ShapeContext, Texts } from './shape.ts'

interface RubricData {
  readonly point: string
  readonly listensFor: string
}

function rubricOf(rubric: readonly RubricData[], texts: Texts): readonly RubricData[] {
  return rubric.map(({ point, listensFor }) => ({
    point: texts.inline(point, 'rubric.point'),
    listensFor: texts.inline(listensFor, 'rubric.listensFor'),
  }))
}

function weakOf(weak: QuestionOf<'explain'>['weak'], texts: Texts) {
  return {
    answer: texts.block(weak.answer, 'weak.answer'),
    why: texts.block(weak.why, 'weak.why'),
    misconception: weak.misconception,
  }
}

export function shapeExplain(
  { kind, rubric, model, weak }: QuestionOf<'explain'>,
  { texts }: ShapeContext,
): Shape<'explain'> {
  return {
    shown: { kind },
    key: {
      kind,
      rubric: rubricOf(rubric, texts),
      model: texts.block(model, 'model'),
      weak: weakOf(weak, texts),
    },
  }
}

export function shapeDesign(
  question: QuestionOf<'design'>,
  { texts }: ShapeContext,
): Shape<'design'> {
  const { kind, minutes, parts, lessons, answers, weak } = question
  return {
    shown: {
      kind,
      minutes,
      parts: parts.map(({ id, step, prompt }) => ({
        id,
        step,
        prompt: texts.block(prompt, 'parts.prompt'),
      })),
    },
    key: {
      kind,
      parts: parts.map(({ id, rubric, notes }) => ({
        id,
        rubric: rubricOf(rubric, texts),
        notes: texts.block(notes, 'parts.notes'),
      })),
      lessons,
      ...(answers === undefined ? {} : { answers }),
      weak: weakOf(weak, texts),
    },
  }
}
