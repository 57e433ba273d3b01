/** What can be given to a class, by name, and where it is worked on. */
import 'server-only'
import { findStep, labs } from '#labs/index.ts'
import type { WorkUnit } from '../../_classes/progress/work-unit.ts'
import { readCourse } from '../content.ts'
import { readQuizSet, readQuizSets } from '../quizzes.ts'
import type { AssignmentView } from './assignments.ts'

type Work = Pick<AssignmentView, 'kind' | 'target' | 'stepIds'>

/** What is wrong with this work, as one sentence; undefined when it can be given. */
export async function workProblem({ kind, target, stepIds }: Work): Promise<string | undefined> {
  switch (kind) {
    case 'step': {
      if (stepIds.length === 0) return 'Choose at least one step of the lab.'
      const unknown = stepIds.find((id) => findStep(target, id) === undefined)
      return unknown === undefined ? undefined : `There is no step ${unknown} in the lab ${target}.`
    }
    case 'lesson':
      return (await lessonTitles()).has(target) ? undefined : `There is no lesson ${target}.`
    case 'quiz':
      return (await readQuizSet(target)) === undefined ? `There is no quiz ${target}.` : undefined
  }
}

export interface Catalogue {
  readonly labs: readonly {
    readonly id: string
    readonly title: string
    readonly steps: readonly { readonly id: string; readonly title: string }[]
  }[]
  readonly lessons: readonly { readonly slug: string; readonly title: string }[]
  readonly quizzes: readonly { readonly id: string; readonly title: string }[]
}

/** All that staff can choose from. */
export async function readCatalogue(): Promise<Catalogue> {
  const lessons = [...(await lessonTitles())].map(([slug, title]) => ({ slug, title }))
  return {
    labs: labs.map(({ id, title, steps }) => ({
      id,
      title,
      steps: steps.map((step) => ({ id: step.id, title: step.title })),
    })),
    lessons,
    quizzes: (await readQuizSets()).map(({ id, title }) => ({ id, title })),
  }
}

/** The columns of these assignments, each step of a lab by itself. */
export async function unitsOf(
  assignments: readonly AssignmentView[],
): Promise<readonly WorkUnit[]> {
  const titles = new Map(await lessonTitles())
  if (assignments.some(({ kind }) => kind === 'quiz')) {
    for (const { id, title } of await readQuizSets()) titles.set(id, title)
  }
  return assignments.flatMap(({ id, kind, target, stepIds, title }): readonly WorkUnit[] => {
    const base = { assignmentId: id, kind, target }
    if (kind === 'step') {
      return stepIds.map((stepId) => ({
        ...base,
        stepId,
        key: `${id} ${stepId}`,
        // A step that a newer version of the lab no longer has keeps its column.
        title: findStep(target, stepId)?.step.title ?? stepId,
        href: `/labs/${target}/${stepId}`,
      }))
    }
    const href = kind === 'lesson' ? `/learn/${target}` : `/quiz/${target}`
    return [{ ...base, stepId: '', key: id, title: titles.get(target) ?? title, href }]
  })
}

async function lessonTitles(): Promise<ReadonlyMap<string, string>> {
  const { modules } = await readCourse()
  return new Map(
    modules.flatMap(({ lessons }) =>
      lessons.flatMap(({ slug, title }) => (slug === undefined ? [] : [[slug, title] as const])),
    ),
  )
}
