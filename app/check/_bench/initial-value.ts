/** The initial value as a person types it: JSON, because null, 0 and "" are three things. */
import type { Json } from '#core'

export type InitialValue =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'wrong'; readonly problem: string }

/** Reads what was typed. */
export function parseInitial(text: string): InitialValue {
  try {
    return { kind: 'value', value: JSON.parse(text) as Json }
  } catch {
    return {
      kind: 'wrong',
      problem: `${text.trim() === '' ? 'An empty field' : `“${text}”`} is no JSON: write null, a number, or text in quotes, such as "a".`,
    }
  }
}
