/** What a question is taken apart with: its texts, its sources, and the two halves that it gives. */
import type { KeyParts, PublicParts } from '#content/schema/compiled-question.ts'
import type { QuestionKind, QuestionSource } from '#content/schema/question.ts'

/** Where the HTML of a text comes from. */
export interface Texts {
  /** @param field names the text in messages */
  block(markdown: string, field: string): string
  /** One paragraph, without an element around it. */
  inline(markdown: string, field: string): string
}

export interface ShapeContext {
  readonly texts: Texts
  /** Shown in messages. */
  readonly where: string
  /** By id. */
  readonly sources: ReadonlyMap<string, QuestionSource>
}

/** What is particular to a kind: what is shown, and what decides. */
export interface Shape<Kind extends QuestionKind> {
  readonly shown: { readonly kind: Kind } & PublicParts[Kind]
  readonly key: { readonly kind: Kind } & KeyParts[Kind]
}
