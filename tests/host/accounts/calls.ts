/** A call of each route that is as it should be: only a right can be missing. */
import { randomUUID } from 'node:crypto'
import { logToCsv } from '#app/_review/log-csv.ts'
import type { ROUTES } from '#app/_server/authorise/doors.ts'
import { RIGHT } from '../../support/some-questions.ts'
import type { LtiWorld } from '../lti/lti-world.ts'
import type { Call } from './routes.ts'
import { PASSWORD, STEP, type Work } from './world.ts'

export interface World {
  readonly ownerId: string
  readonly work: Work
  readonly confirmToken: string
  readonly resetToken: string
  readonly setupToken: string
  readonly inviteToken: string
  readonly lti: LtiWorld
  /** What is typed to delete the account. */
  readonly typed: string
}

/** The scenario of an interview that the tests make up. */
export const DESIGN_ID = 'a-scenario'
const NOON = '2026-01-01T12:00:00.000Z'

const QUERY = `?lab=${STEP.labId}&step=${STEP.stepId}`
const EVE = { params: { id: 'eve' } }

const PLATFORM = {
  name: 'Moodle',
  issuer: 'https://lms.example.org',
  clientId: 'client',
  authUrl: 'https://lms.example.org/auth',
  tokenUrl: 'https://lms.example.org/token',
  jwksUrl: 'https://lms.example.org/jwks',
  deploymentIds: '1 2',
  instructorsMakeClasses: false,
}

function platformOf({ platformId }: LtiWorld): Call {
  return { params: { platform: platformId } }
}

/** A route of the table without a call here is a mistake of types. */
export const CALLS: Readonly<Record<keyof typeof ROUTES, (world: World) => Call>> = {
  'POST /api/attempts': () => ({
    body: { ...STEP, source: '//', outcome: 'failed', checksPassed: 0, checksTotal: 1, broken: '' },
  }),
  'GET /api/attempts': () => ({ query: QUERY }),
  'GET /api/attempts/[id]': ({ work }) => ({ params: { id: work.attemptId } }),
  'POST /api/drafts': () => ({
    body: { ...STEP, source: '//', version: randomUUID(), bases: [] },
  }),
  'GET /api/drafts': () => ({ query: QUERY }),
  'GET /api/drafts/code': () => ({ query: QUERY }),
  'POST /api/progress': () => ({ body: { lessons: {} } }),
  'POST /api/interviews': () => ({
    body: {
      notes: {
        id: randomUUID(),
        scenarioId: DESIGN_ID,
        minutes: 20,
        isTimed: false,
        pad: {},
        points: [],
        startedAt: NOON,
        savedAt: NOON,
      },
    },
  }),
  'POST /api/quiz/attempts': () => ({ body: { setId: 'set' } }),
  'POST /api/quiz/attempts/[id]': ({ work }) => ({
    params: { id: work.quizAttemptId },
    body: { questionId: 'one', answer: RIGHT },
  }),
  'POST /api/quiz/attempts/[id]/hand-in': ({ work }) => ({ params: { id: work.quizAttemptId } }),
  'GET /api/quiz/export': () => ({}),
  'POST /api/quiz/import': () => ({ text: logToCsv([]) }),
  'POST /api/quiz/keys': () => ({ body: { cardIds: ['question/one'] } }),
  'POST /api/quiz/reviews': () => ({
    body: {
      entries: [
        { kind: 'suspend', id: randomUUID(), cardId: 'question/one', at: NOON, timeZone: 'UTC' },
      ],
    },
  }),
  'POST /api/quiz/settings': () => ({
    body: {
      settings: { perDay: 20, newPerDay: 5, retention: 0.9, timeZone: 'UTC', topics: [] },
    },
  }),
  'GET /api/reference': () => ({ query: QUERY }),
  'GET /api/search': () => ({ query: '?q=' }),
  'POST /api/shared-runs': () => ({
    body: { ...STEP, checkId: 'healthy-cluster', seed: 1, cursor: 0, source: '//' },
  }),
  'DELETE /api/shared-runs/[id]': ({ work }) => ({ params: { id: work.sharedRunId } }),
  'POST /api/submissions': () => ({ body: { ...STEP, source: 'export {}' } }),
  'GET /api/submissions/[id]': ({ work }) => ({ params: { id: work.submissionId } }),
  'GET /api/submissions/[id]/events': ({ work }) => ({ params: { id: work.submissionId } }),
  'GET /api/submissions/[id]/failures/[checkId]': ({ work }) => ({
    params: { id: work.submissionId, checkId: 'a-check' },
  }),
  'GET /run-frame': () => ({}),
  'DELETE /api/account': ({ typed }) => ({ body: { typed } }),
  'POST /api/account/confirmation': ({ confirmToken }) => ({ body: { token: confirmToken } }),
  'POST /api/account/email': () => ({ body: { email: 'new@netsplit.example', password: '' } }),
  'GET /api/account/export': () => ({}),
  'DELETE /api/account/methods/[id]': ({ work }) => ({ params: { id: work.providerAccountId } }),
  'POST /api/account/name': () => ({ body: { name: 'Somebody' } }),
  'POST /api/account/password': () => ({ body: { current: '', password: PASSWORD } }),
  'DELETE /api/account/sessions': () => ({}),
  'DELETE /api/account/sessions/[id]': ({ work }) => ({ params: { id: work.otherSessionId } }),
  // Of nobody: the mail would come when the next test has begun.
  'POST /api/password-reset': ({ ownerId }) => ({
    body: { email: `not-${ownerId}@netsplit.example` },
  }),
  'POST /api/password-reset/use': ({ resetToken }) => ({
    body: { token: resetToken, password: PASSWORD },
  }),
  'POST /api/setup': ({ setupToken }) => ({ body: { token: setupToken } }),
  'POST /api/classes': () => ({ body: { title: 'Systems', term: 'Autumn', timeZone: 'UTC' } }),
  'POST /api/join': ({ inviteToken }) => ({ body: { token: inviteToken } }),
  'POST /api/lti/connection': ({ lti }) => ({ body: { arrival: lti.arrival } }),
  'POST /api/lti/account': ({ lti }) => ({ body: { arrival: lti.arrival } }),
  'POST /api/lti/course': ({ lti }) => ({
    body: { arrival: lti.courseArrival, kind: 'make', title: 'A', term: 'B', timeZone: 'UTC' },
  }),
  'POST /api/admin/lti': () => ({ body: { ...PLATFORM, clientId: 'new' } }),
  'POST /api/admin/lti/[platform]': ({ lti }) => ({ ...platformOf(lti), body: PLATFORM }),
  'DELETE /api/admin/lti/[platform]': ({ lti }) => platformOf(lti),
  'POST /api/admin/lti/[platform]/test': ({ lti }) => platformOf(lti),
  'POST /api/admin/lti/keys': () => ({}),
  'GET /lti/jwks': () => ({}),
  'POST /api/admin/people/[id]/role': () => ({ ...EVE, body: { role: 'instructor' } }),
  'POST /api/admin/people/[id]/disabled': () => ({ ...EVE, body: { isDisabled: true } }),
  'DELETE /api/admin/people/[id]/sessions': () => EVE,
  'POST /api/admin/people/[id]/view': () => ({ ...EVE, body: { reason: 'You asked me to.' } }),
  'DELETE /api/view': () => ({}),
  'POST /api/hidden-names': () => ({ body: { areHidden: true } }),
}
