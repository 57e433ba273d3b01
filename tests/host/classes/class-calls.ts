/** A call of each route of a class that is as it should be: only a right can be missing. */
import type { CLASS_ROUTES } from '#app/_server/authorise/doors.ts'
import type { Call } from '../accounts/routes.ts'
import { type ClassWorld, STEP } from './class-world.ts'
import { RUBRIC } from './review-world.ts'

export interface CalledWorld extends ClassWorld {
  /** A failed submission of the learner `pupil`. */
  readonly submissionId: string
  /** Of the learner `the-learner`, with a published review. */
  readonly reviewedId: string
  readonly commentId: string
  /** Of whoever asks, as far as they are staff. */
  readonly savedId: string
  /** Of a learning platform. */
  readonly courseId: string
}

const DETAILS = { title: 'Systems', term: 'Spring', timeZone: 'UTC' }
const ASSIGNMENT = {
  title: 'Week one',
  kind: 'step',
  target: STEP.labId,
  stepIds: [STEP.stepId],
  opensAt: '2026-10-01T08:00',
  dueAt: '2026-10-08T23:59',
  lateUntil: '',
  latePercentDay: '0',
  reference: 'asUsual',
  hints: 'asUsual',
  allowsSharing: true,
  points: '20',
  attemptPolicy: 'last',
  shareRule: 'allOrNothing',
}

const AT_RISK = {
  quiet: 'true',
  quietDays: '5',
  sameClaim: 'true',
  submissions: '4',
  missed: '',
  missedDates: '1',
  missedOf: '2',
  behind: 'true',
  pieces: '3',
}

type Door = keyof typeof CLASS_ROUTES

/** A route of the table without a call here is a mistake of types. */
const CALLS: Readonly<Record<Door, (world: CalledWorld) => Call>> = {
  'POST /api/classes/[class]/details': () => ({ body: DETAILS }),
  'POST /api/classes/[class]/archived': () => ({ body: { isArchived: true } }),
  'POST /api/classes/[class]/copy': () => ({ body: { ...DETAILS, firstDay: '2027-03-01' } }),
  'POST /api/classes/[class]/sections': () => ({ body: { name: 'Tuesday' } }),
  'DELETE /api/classes/[class]/sections/[section]': ({ sectionId }) => ({
    params: { section: sectionId },
  }),
  'POST /api/classes/[class]/members/[person]/role': () => ({ ...PUPIL, body: { role: 'reader' } }),
  'POST /api/classes/[class]/members/[person]/section': ({ sectionId }) => ({
    ...PUPIL,
    body: { sectionId },
  }),
  'POST /api/classes/[class]/members/[person]/state': () => ({
    ...PUPIL,
    body: { state: 'removed' },
  }),
  'POST /api/classes/[class]/members/[person]/view': () => ({
    ...PUPIL,
    body: { reason: 'You asked me to.' },
  }),
  'POST /api/classes/[class]/invites': () => ({
    body: { role: 'learner', sectionId: '', days: '7', usesMax: '30' },
  }),
  'DELETE /api/classes/[class]/invites/[invite]': ({ inviteId }) => ({
    params: { invite: inviteId },
  }),
  'POST /api/classes/[class]/roster': () => ({ body: { text: 'new@x.example,New' } }),
  'POST /api/classes/[class]/roster/preview': () => ({ body: { text: 'new@x.example,New' } }),
  'DELETE /api/classes/[class]/roster/[entry]': ({ entryId }) => ({ params: { entry: entryId } }),
  'POST /api/classes/[class]/roster/[entry]/link': ({ entryId }) => ({
    params: { entry: entryId },
  }),
  'POST /api/classes/[class]/assignments': () => ({ body: ASSIGNMENT }),
  'POST /api/classes/[class]/assignments/[assignment]': ({ assignmentId }) => ({
    params: { assignment: assignmentId },
    body: ASSIGNMENT,
  }),
  'DELETE /api/classes/[class]/assignments/[assignment]': ({ assignmentId }) => ({
    params: { assignment: assignmentId },
  }),
  'POST /api/classes/[class]/assignments/[assignment]/extensions': ({ assignmentId }) => ({
    params: { assignment: assignmentId },
    body: { person: 'pupil', dueAt: '2099-01-01T00:00', reason: 'Ill' },
  }),
  'DELETE /api/classes/[class]/assignments/[assignment]/extensions/[person]': ({
    assignmentId,
  }) => ({ params: { assignment: assignmentId, person: 'pupil' } }),
  'POST /api/classes/[class]/assignments/[assignment]/adjustments/[person]': (world) => ({
    ...cellOf(world),
    body: { kind: 'add', points: '0.5', reason: 'Agreed' },
  }),
  'DELETE /api/classes/[class]/assignments/[assignment]/adjustments/[person]': cellOf,
  'POST /api/classes/[class]/assignments/[assignment]/released': (world) => ({
    ...cellOf(world),
    body: { isReleased: true },
  }),
  'POST /api/classes/[class]/assignments/[assignment]/regrade': cellOf,
  'DELETE /api/classes/[class]/assignments/[assignment]/regrade': cellOf,
  'POST /api/classes/[class]/assignments/[assignment]/regrade/applied': cellOf,
  'GET /api/classes/[class]/grades/csv': () => ({}),
  'GET /api/classes/[class]/grades/canvas': () => ({}),
  'GET /api/classes/[class]/grades/xlsx': () => ({}),
  'POST /api/classes/[class]/announcements': () => ({ body: { title: 'Room', text: 'It moved.' } }),
  'DELETE /api/classes/[class]/announcements/[announcement]': ({ announcementId }) => ({
    params: { announcement: announcementId },
  }),
  'POST /api/classes/[class]/lti/[course]/members/preview': ({ courseId }) => ({
    params: { course: courseId },
  }),
  'POST /api/classes/[class]/lti/[course]/members': ({ courseId }) => ({
    params: { course: courseId },
  }),
  'POST /api/classes/[class]/lti/grades': () => ({}),
  'DELETE /api/classes/[class]/lti/[course]': ({ courseId }) => ({ params: { course: courseId } }),
  'GET /api/classes/[class]/runs/[submission]/[check]': ({ submissionId }) => ({
    params: { submission: submissionId, check: 'one-leader' },
  }),
  'POST /api/classes/[class]/at-risk': () => ({ body: AT_RISK }),
  'POST /api/classes/[class]/assignments/[assignment]/rubric': ({ assignmentId }) => ({
    params: { assignment: assignmentId },
    body: { ...RUBRIC, version: 0, acceptsChanges: true },
  }),
  'POST /api/classes/[class]/assignments/[assignment]/rubric/preview': ({ assignmentId }) => ({
    params: { assignment: assignmentId },
    body: { ...RUBRIC, version: 0, acceptsChanges: false },
  }),
  'POST /api/classes/[class]/assignments/[assignment]/reviews/[person]': ({ assignmentId }) => ({
    params: { assignment: assignmentId, person: 'the-learner' },
    body: { version: 1, state: 'draft', chosen: [], override: null, words: 'Good.' },
  }),
  'POST /api/classes/[class]/assignments/[assignment]/reviews/[person]/comments': ({
    assignmentId,
    reviewedId,
  }) => ({
    params: { assignment: assignmentId, person: 'the-learner' },
    body: { submissionId: reviewedId, firstLine: 1, lastLine: 1, text: 'Why?', savedId: '' },
  }),
  'POST /api/classes/[class]/comments/[comment]': ({ commentId }) => ({
    params: { comment: commentId },
    body: { text: 'In other words.' },
  }),
  'DELETE /api/classes/[class]/comments/[comment]': ({ commentId }) => ({
    params: { comment: commentId },
  }),
  'POST /api/classes/[class]/comments/[comment]/answers': ({ commentId }) => ({
    params: { comment: commentId },
    body: { text: 'Because.' },
  }),
  'POST /api/classes/[class]/comments/[comment]/resolved': ({ commentId }) => ({
    params: { comment: commentId },
    body: { isResolved: true },
  }),
  'POST /api/classes/[class]/saved-comments': () => ({ body: { title: 'Why', text: 'Why?' } }),
  'DELETE /api/classes/[class]/saved-comments/[saved]': ({ savedId }) => ({
    params: { saved: savedId },
  }),
}

const PUPIL = { params: { person: 'pupil' } }

function cellOf({ assignmentId }: CalledWorld): Call {
  return { params: { assignment: assignmentId, person: 'pupil' } }
}

/** @param classId the class in whose name it is asked; mostly the world's own */
export function callOf(door: Door, world: CalledWorld, classId = world.classId): Call {
  const call = CALLS[door](world)
  return { ...call, params: { ...call.params, class: classId } }
}
