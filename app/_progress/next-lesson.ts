/** Where a reader goes on: in the lesson that they left, or in the one after it. */
import type { Progress } from './progress.ts'

export interface ReadyLesson {
  readonly slug: string
  readonly title: string
}

export interface Resume {
  readonly lesson: ReadyLesson
  readonly href: string
  /** Whether the lesson was begun and not read to its end. */
  readonly isBegun: boolean
}

/**
 * Undefined for those who have not begun, and for those who have read everything.
 * @param lessons those that are ready, in the order of the course
 */
export function whereToResume(
  lessons: readonly ReadyLesson[],
  progress: Progress,
): Resume | undefined {
  const touched = lessons.filter(({ slug }) => progress[slug] !== undefined)
  const last = touched.toSorted((a, b) => compareTouched(progress, a, b)).at(-1)
  if (last === undefined) return undefined
  const left = progress[last.slug]
  if (left !== undefined && left.readAt === undefined) {
    const place = left.place === '' ? '' : `#${left.place}`
    return { lesson: last, href: `/learn/${last.slug}${place}`, isBegun: true }
  }
  const after = lessons.slice(lessons.indexOf(last) + 1)
  const isUnread = ({ slug }: ReadyLesson) => progress[slug]?.readAt === undefined
  const next = after.find(isUnread) ?? lessons.find(isUnread)
  if (next === undefined) return undefined
  const isBegun = progress[next.slug] !== undefined
  return { lesson: next, href: `/learn/${next.slug}`, isBegun }
}

function compareTouched(progress: Progress, a: ReadyLesson, b: ReadyLesson): number {
  const [one, other] = [progress[a.slug]?.touchedAt ?? '', progress[b.slug]?.touchedAt ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
