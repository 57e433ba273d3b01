/** Takes a question apart: what may be shown before an answer, and what decides it. */
import type { Question, QuestionKind } from '#content/schema/question.ts'
import { ContentError } from '#content/schema/read-data.ts'
import type { Shape, ShapeContext } from './shape.ts'
import { shapeBug, shapeClaim, shapeCut, shapeNumber } from './shape-computed.ts'
import { shapeChoice, shapeClasses, shapeOrder, shapeOutcome } from './shape-options.ts'
import { shapeDesign, shapeExplain } from './shape-words.ts'

type AnyShape = { [Kind in QuestionKind]: Shape<Kind> }[QuestionKind]

/** Both parts of what is particular to the kind of a question. */
export function shapeOf(question: Question, context: ShapeContext): AnyShape {
  switch (question.kind) {
    case 'choice':
      return shapeChoice('choice', question, context)
    case 'choices':
      return shapeChoice('choices', question, context)
    case 'outcome':
      return shapeOutcome(question, context)
    case 'classify':
      return shapeClasses(question, context)
    case 'order':
      return shapeOrder(question, context)
    case 'bug':
      return shapeBug(question, context)
    case 'cut':
      return shapeCut(question, context)
    case 'number':
      return shapeNumber(question, context)
    case 'claim':
      return shapeClaim(question, context)
    case 'explain':
      return shapeExplain(question, context)
    case 'design':
      return shapeDesign(question, context)
  }
}

/** The sources of a question with what each stands for. @throws ContentError for an unknown one */
export function sourcesOf({ sources: cited }: Question, { sources, where }: ShapeContext) {
  return cited.map(({ source, for: reason }) => {
    const found = sources.get(source)
    if (found === undefined) {
      throw new ContentError(
        `${where}: sources: content/question-sources.yaml has no source "${source}"`,
      )
    }
    return { title: found.title, url: found.url, for: reason }
  })
}
