/** Roles in a class, as people read them. */
import type { ClassRole } from '../_server/authorise/roles.ts'

export const ROLE_NAMES: Readonly<
  Record<ClassRole, { readonly name: string; readonly may: string }>
> = {
  owner: { name: 'owner', may: 'everything, staff and the archive included' },
  instructor: { name: 'instructor', may: 'work, dates, learners and announcements' },
  assistant: { name: 'assistant', may: 'sees progress, and comments on work' },
  reader: { name: 'reader', may: 'sees progress, and changes nothing' },
  learner: { name: 'learner', may: 'does the work, and sees their own' },
}

export const STAFF: readonly ClassRole[] = ['owner', 'instructor', 'assistant', 'reader']
