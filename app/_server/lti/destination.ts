/** Where somebody from a platform goes: what the deep link is for, or the class. */
import 'server-only'
import { findStep } from '#labs/index.ts'
import { readPlaceInClass } from '../authorise/place-in-class.ts'
import { readAssignment } from '../classes/assignments.ts'
import { unitsOf } from '../classes/work-catalogue.ts'
import type { Launch } from './launched.ts'

/** A path of this site, made of what is known to be there: never one that a platform wrote. */
export async function destinationOf(
  { assignmentId, step }: Pick<Launch, 'assignmentId' | 'step'>,
  classId: string,
  userId: string,
  now: Date,
): Promise<string> {
  const [labId = '', stepId = ''] = step.split('/')
  if (findStep(labId, stepId) !== undefined) return `/labs/${labId}/${stepId}`
  const assignment = await readAssignment(classId, assignmentId)
  if (assignment === undefined) return `/classes/${classId}`
  const place = await readPlaceInClass(userId, classId)
  if (place?.role !== 'learner') {
    return `/classes/${classId}/work/${assignmentId}`
  }
  const [first] = assignment.opensAt > now ? [] : await unitsOf([assignment])
  return first?.href ?? `/classes/${classId}`
}
