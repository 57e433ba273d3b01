/** The shape of course.yaml: modules, their lessons and their labs. */
import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens')

const lesson = z.strictObject({
  title: z.string().min(1),
  /** One line: what the reader will be able to do. */
  objective: z.string().min(1),
  /** Folder under content/lessons; a lesson without one is still to come. */
  slug: slug.optional(),
  /** Slugs of earlier lessons on which it builds directly. */
  needs: z.array(slug).default([]),
})

const linkedLab = z.strictObject({
  title: z.string().min(1),
  lab: slug,
  step: z.string().regex(/^[0-9]{2}-[a-z-]+$/, 'must look like 03-election'),
})

const courseModule = z.strictObject({
  id: z.string().regex(/^m[0-9]{1,2}$/, 'must look like m3'),
  title: z.string().min(1),
  objective: z.string().min(1),
  lessons: z.array(lesson).min(1),
  labs: z.array(linkedLab).default([]),
})

export const courseSchema = z
  .strictObject({ modules: z.array(courseModule).min(1) })
  .superRefine(({ modules }, context) => {
    const earlier = new Set<string>()
    for (const [index, { lessons }] of modules.entries()) {
      for (const [position, lesson] of lessons.entries()) {
        for (const need of lesson.needs) {
          if (earlier.has(need)) continue
          const path = ['modules', index, 'lessons', position, 'needs']
          const message = `no lesson before it has the slug "${need}"`
          context.addIssue({ code: 'custom', path, message })
        }
        if (lesson.slug !== undefined) earlier.add(lesson.slug)
      }
    }
  })

export type Course = z.infer<typeof courseSchema>
export type CourseModule = Course['modules'][number]
export type CourseLesson = CourseModule['lessons'][number]
