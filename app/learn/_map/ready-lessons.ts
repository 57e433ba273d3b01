/** The lessons that can be read today, in the order of the course. */
import type { CourseModule } from '#content/schema/course.ts'
import type { ReadyLesson } from '../../_progress/next-lesson.ts'

export function readyLessons(modules: readonly CourseModule[]): readonly ReadyLesson[] {
  return modules
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ slug, title }) => (slug === undefined ? [] : [{ slug, title }]))
}
