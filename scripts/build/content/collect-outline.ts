/** A rehype plugin: the figures and questions of a lesson, against which progress is counted. */
import type { LessonOutline } from '#content/schema/compiled.ts'
import { questionId } from '#content/schema/question-id.ts'

/** As much of a syntax tree of HTML with JSX as this needs. */
interface Node {
  readonly name?: string | null
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[]
  readonly children?: readonly Node[]
}

export interface OpenOutline extends LessonOutline {
  readonly figures: string[]
  readonly questions: string[]
}

/** @param outline gets what there is, in order */
export function collectOutline(outline: OpenOutline): (tree: Node) => void {
  return (tree) => visit(tree, outline)
}

function visit(node: Node, outline: OpenOutline): void {
  const valueOf = (attribute: string) => {
    const value = node.attributes?.find(({ name }) => name === attribute)?.value
    // Names and questions are plain text; links.test.ts and recall.test.ts see to it.
    return typeof value === 'string' ? value : ''
  }
  if (node.name === 'Figure') outline.figures.push(valueOf('name'))
  if (node.name === 'Recall') outline.questions.push(questionId(valueOf('question')))
  for (const child of node.children ?? []) visit(child, outline)
}
