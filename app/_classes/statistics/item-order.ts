/** In which order a table of items stands: its address says it. */
import type { Discrimination } from './discrimination.ts'

export const ITEM_ORDERS = ['place', 'hard', 'tells'] as const
export type ItemOrder = (typeof ITEM_ORDERS)[number]

interface Orderable {
  /** The share that has it right, or undefined while that is not known. */
  readonly rightShare: number | undefined
  readonly discrimination: Discrimination | undefined
}

/** The hardest first, or what tells least first; what is not known comes last. */
export function orderItems<T extends Orderable>(
  items: readonly T[],
  order: ItemOrder,
): readonly T[] {
  switch (order) {
    case 'place':
      return items
    case 'hard':
      return items.toSorted((a, b) => (a.rightShare ?? 2) - (b.rightShare ?? 2))
    case 'tells':
      return items.toSorted(
        (a, b) => (a.discrimination?.correlation ?? 2) - (b.discrimination?.correlation ?? 2),
      )
  }
}
