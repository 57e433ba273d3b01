/** A rubric while it is typed: points are texts, which need not be numbers yet. */
import type { Criterion, Scoring } from '../../_classes/reviews/rubric.ts'

export interface ItemDraft {
  readonly id: string
  readonly title: string
  readonly points: string
}

export interface CriterionDraft {
  readonly id: string
  readonly title: string
  readonly scoring: Scoring
  readonly points: string
  readonly items: readonly ItemDraft[]
}

export function draftOf(criterion: Criterion): CriterionDraft {
  return {
    ...criterion,
    points: String(criterion.points),
    items: criterion.items.map((item) => ({ ...item, points: String(item.points) })),
  }
}

/** What is no number becomes `NaN`, which the server refuses with a sentence. */
export function criterionOf({ points, items, ...rest }: CriterionDraft): Criterion {
  return {
    ...rest,
    points: rest.scoring === 'levels' ? 0 : numberOf(points),
    items: items.map((item) => ({ ...item, points: numberOf(item.points) })),
  }
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

export function emptyCriterion(): CriterionDraft {
  return { id: newId(), title: '', scoring: 'levels', points: '1', items: [emptyItem()] }
}

export function emptyItem(): ItemDraft {
  return { id: newId(), title: '', points: '' }
}

/** Distinct in any rubric; `crypto.randomUUID` is not there on sites without TLS. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('-')
}

/** With the one at this place moved up by one. */
export function swapped<T>(all: readonly T[], at: number): readonly T[] {
  const [before, here] = [all[at - 1], all[at]]
  if (before === undefined || here === undefined) return all
  return all.with(at - 1, here).with(at, before)
}
