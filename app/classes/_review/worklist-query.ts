/** What the address of the list of reviews says. */
import {
  REVIEW_ORDERS,
  REVIEW_STATES,
  type WorklistQuery,
} from '../../_classes/reviews/worklist.ts'
import { type Query, textOf } from '../../admin/_parts/query.ts'

export function worklistQueryOf(query: Query): WorklistQuery {
  const [state, order] = [textOf(query, 'state'), textOf(query, 'order')]
  return {
    state: REVIEW_STATES.find((one) => one === state) ?? 'all',
    section: textOf(query, 'section'),
    order: REVIEW_ORDERS.find((one) => one === order) ?? 'name',
  }
}

/** The page of one review, from which `next` goes on in the same section and order. */
export function reviewHref(
  list: string,
  userId: string,
  { section, order }: WorklistQuery,
): string {
  const kept = Object.entries({ section, order: order === 'name' ? '' : order })
  const search = new URLSearchParams(kept.filter(([, value]) => value !== '')).toString()
  return `${list}/${encodeURIComponent(userId)}${search === '' ? '' : `?${search}`}`
}
