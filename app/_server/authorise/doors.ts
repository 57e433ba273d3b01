/**
 * Every address of the app that answers, and the action that it asks `authorise` about. A test
 * finds the routes and pages in the file system: one without its line here fails, and so does
 * one that lets in whom its action refuses.
 */
import type { ActionName, ClassAction, SiteAction } from './actions.ts'

export const ROUTES = {
  'POST /api/attempts': 'attempt.record',
  'GET /api/attempts': 'attempt.read',
  'GET /api/attempts/[id]': 'attempt.read',
  'POST /api/drafts': 'draft.save',
  'GET /api/drafts': 'draft.read',
  'GET /api/drafts/code': 'draft.read',
  'POST /api/progress': 'progress.save',
  'POST /api/interviews': 'interview.save',
  'POST /api/quiz/attempts': 'quiz.start',
  'POST /api/quiz/attempts/[id]': 'quiz.answer',
  'POST /api/quiz/attempts/[id]/hand-in': 'quiz.answer',
  'GET /api/quiz/export': 'review.export',
  'POST /api/quiz/import': 'review.save',
  'POST /api/quiz/keys': 'card.turn',
  'POST /api/quiz/reviews': 'review.save',
  'POST /api/quiz/settings': 'review.save',
  'GET /api/reference': 'reference.read',
  'GET /api/search': 'page.read',
  'POST /api/shared-runs': 'shared-run.create',
  'DELETE /api/shared-runs/[id]': 'shared-run.delete',
  'POST /api/submissions': 'submission.create',
  'GET /api/submissions/[id]': 'submission.read',
  'GET /api/submissions/[id]/events': 'submission.read',
  'GET /api/submissions/[id]/failures/[checkId]': 'submission.read',
  'GET /run-frame': 'run.start',
  'DELETE /api/account': 'account.delete',
  'POST /api/account/confirmation': 'account.change',
  'POST /api/account/email': 'account.change',
  'GET /api/account/export': 'account.export',
  'DELETE /api/account/methods/[id]': 'account.change',
  'POST /api/account/name': 'account.change',
  'POST /api/account/password': 'account.change',
  'DELETE /api/account/sessions': 'session.revoke',
  'DELETE /api/account/sessions/[id]': 'session.revoke',
  'POST /api/password-reset': 'password.reset',
  'POST /api/password-reset/use': 'password.reset',
  'POST /api/setup': 'administrator.become',
  'POST /api/admin/people/[id]/role': 'person.set-role',
  'POST /api/admin/people/[id]/disabled': 'person.disable',
  'DELETE /api/admin/people/[id]/sessions': 'person.end-sessions',
  'POST /api/admin/people/[id]/view': 'person.view-as',
  'DELETE /api/view': 'view.end',
  'POST /api/classes': 'class.create',
  'POST /api/join': 'class.join',
  'POST /api/lti/connection': 'lti.connect',
  'POST /api/lti/account': 'session.start',
  'POST /api/lti/course': 'lti.connect',
  'POST /api/admin/lti': 'lti.manage',
  'POST /api/admin/lti/[platform]': 'lti.manage',
  'DELETE /api/admin/lti/[platform]': 'lti.manage',
  'POST /api/admin/lti/[platform]/test': 'lti.manage',
  'POST /api/admin/lti/keys': 'lti.manage',
  'GET /lti/jwks': 'page.read',
} as const satisfies Readonly<Record<string, ActionName>>

/** Routes of a class, whose action is asked about that class. */
export const CLASS_ROUTES = {
  'POST /api/classes/[class]/details': 'class.change',
  'POST /api/classes/[class]/archived': 'class.archive',
  'POST /api/classes/[class]/copy': 'class.archive',
  'POST /api/classes/[class]/sections': 'class.change',
  'DELETE /api/classes/[class]/sections/[section]': 'class.change',
  'POST /api/classes/[class]/members/[person]/role': 'class.set-staff',
  'POST /api/classes/[class]/members/[person]/section': 'class.change',
  'POST /api/classes/[class]/members/[person]/state': 'class.change',
  'POST /api/classes/[class]/members/[person]/view': 'class.view-as',
  'POST /api/classes/[class]/invites': 'class.change',
  'DELETE /api/classes/[class]/invites/[invite]': 'class.change',
  'POST /api/classes/[class]/roster': 'class.change',
  'POST /api/classes/[class]/roster/preview': 'class.change',
  'DELETE /api/classes/[class]/roster/[entry]': 'class.change',
  'POST /api/classes/[class]/roster/[entry]/link': 'class.change',
  'POST /api/classes/[class]/assignments': 'class.change',
  'POST /api/classes/[class]/assignments/[assignment]': 'class.change',
  'DELETE /api/classes/[class]/assignments/[assignment]': 'class.change',
  'POST /api/classes/[class]/assignments/[assignment]/extensions': 'class.change',
  'DELETE /api/classes/[class]/assignments/[assignment]/extensions/[person]': 'class.change',
  'POST /api/classes/[class]/assignments/[assignment]/adjustments/[person]': 'class.grade',
  'DELETE /api/classes/[class]/assignments/[assignment]/adjustments/[person]': 'class.grade',
  'POST /api/classes/[class]/assignments/[assignment]/released': 'class.grade',
  'POST /api/classes/[class]/assignments/[assignment]/regrade': 'class.grade',
  'DELETE /api/classes/[class]/assignments/[assignment]/regrade': 'class.grade',
  'POST /api/classes/[class]/assignments/[assignment]/regrade/applied': 'class.grade',
  'GET /api/classes/[class]/grades/csv': 'class.see-progress',
  'GET /api/classes/[class]/grades/canvas': 'class.see-progress',
  'GET /api/classes/[class]/grades/xlsx': 'class.see-progress',
  'POST /api/classes/[class]/announcements': 'class.change',
  'DELETE /api/classes/[class]/announcements/[announcement]': 'class.change',
  'GET /api/classes/[class]/runs/[submission]/[check]': 'class.see-progress',
  'POST /api/classes/[class]/lti/[course]/members/preview': 'class.change',
  'POST /api/classes/[class]/lti/[course]/members': 'class.change',
  'DELETE /api/classes/[class]/lti/[course]': 'class.change',
  'POST /api/classes/[class]/lti/grades': 'class.grade',
  'POST /api/classes/[class]/at-risk': 'class.change',
} as const satisfies Readonly<Record<string, ClassAction>>

/**
 * To which learning platforms send browsers, from other sites and without a session: what lets
 * somebody in there is a signature, and a state that was stored. tests/host/lti tries them.
 */
export const PLATFORM_ROUTES = {
  'GET /lti/login': 'lti.arrive',
  'POST /lti/login': 'lti.arrive',
  'POST /lti/launch': 'lti.arrive',
  'GET /lti/arrive': 'lti.arrive',
  'POST /lti/deep-link': 'lti.arrive',
} as const satisfies Readonly<Record<string, SiteAction>>

/** Whose action depends on what comes after them: see auth-paths.ts. */
export const AUTH_ROUTES = ['GET /api/auth/[...all]', 'POST /api/auth/[...all]'] as const

/** Pages that are not for everybody. All others show what is public, or one's own. */
export const CLOSED_PAGES = {
  '/admin/people': 'people.read',
  '/admin/people/[id]': 'person.read',
  '/admin/audit': 'audit.read',
  '/admin/lti': 'lti.manage',
  '/admin/lti/[platform]': 'lti.manage',
} as const satisfies Readonly<Record<string, ActionName>>

/** Pages of a class, whose action is asked about that class. */
export const CLASS_PAGES = {
  '/classes/[class]': 'class.read',
  '/classes/[class]/people': 'class.see-progress',
  '/classes/[class]/people/[person]': 'class.see-progress',
  '/classes/[class]/people/import': 'class.change',
  '/classes/[class]/work': 'class.see-progress',
  '/classes/[class]/work/new': 'class.change',
  '/classes/[class]/work/preview': 'class.see-progress',
  '/classes/[class]/work/[assignment]': 'class.see-progress',
  '/classes/[class]/work/[assignment]/edit': 'class.change',
  '/classes/[class]/work/[assignment]/run/[submission]/[check]': 'class.see-progress',
  '/classes/[class]/work/[assignment]/similarity': 'class.see-similarity',
  '/classes/[class]/progress': 'class.see-progress',
  '/classes/[class]/grades': 'class.see-progress',
  '/classes/[class]/grades/mine': 'class.read',
  '/classes/[class]/grades/[assignment]': 'class.see-progress',
  '/classes/[class]/grades/[assignment]/[person]': 'class.see-progress',
  '/classes/[class]/settings': 'class.see-progress',
  '/classes/[class]/settings/lti': 'class.see-progress',
  '/classes/[class]/statistics': 'class.see-progress',
  '/classes/[class]/statistics/[assignment]': 'class.see-progress',
  '/classes/[class]/statistics/rules': 'class.see-progress',
} as const satisfies Readonly<Record<string, ClassAction>>

/** Pages for everybody. */
export const OPEN_PAGES = [
  '/',
  '/account',
  '/account/settings',
  '/cheat-sheet',
  '/check',
  '/classes',
  '/confirm-email/[token]',
  '/forgot-password',
  '/glossary',
  '/interview',
  '/interview/[scenario]',
  '/join/[token]',
  '/labs',
  '/labs/[lab]',
  '/labs/[lab]/[step]',
  '/labs/[lab]/[step]/run/[id]',
  '/learn',
  '/learn/[slug]',
  '/lti/welcome',
  '/quiz',
  '/quiz/[set]',
  '/quiz/[set]/[attempt]',
  '/quiz/cards',
  '/quiz/session',
  '/reset-password/[token]',
  '/search',
  '/setup/[token]',
  '/sign-in',
  '/sign-up',
] as const

/** Server actions by file and name; there are none so far. */
export const SERVER_ACTIONS: Readonly<Record<string, ActionName>> = {}
