/**
 * Every address of the app that answers, and the action that it asks `authorise` about. A test
 * finds the routes and pages in the file system: one without its line here fails, and so does
 * one that lets in whom its action refuses.
 */
import type { ActionName } from './actions.ts'

export const ROUTES = {
  'POST /api/attempts': 'attempt.record',
  'GET /api/attempts': 'attempt.read',
  'GET /api/attempts/[id]': 'attempt.read',
  'POST /api/drafts': 'draft.save',
  'GET /api/drafts': 'draft.read',
  'GET /api/drafts/code': 'draft.read',
  'POST /api/progress': 'progress.save',
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
} as const satisfies Readonly<Record<string, ActionName>>

/** Whose action depends on what comes after them: see auth-paths.ts. */
export const AUTH_ROUTES = ['GET /api/auth/[...all]', 'POST /api/auth/[...all]'] as const

/** Pages that are not for everybody. All others show what is public, or one's own. */
export const CLOSED_PAGES = {
  '/admin/people': 'people.read',
  '/admin/people/[id]': 'person.read',
  '/admin/audit': 'audit.read',
} as const satisfies Readonly<Record<string, ActionName>>

/** Pages for everybody. */
export const OPEN_PAGES = [
  '/',
  '/account',
  '/account/settings',
  '/cheat-sheet',
  '/check',
  '/confirm-email/[token]',
  '/forgot-password',
  '/glossary',
  '/labs',
  '/labs/[lab]',
  '/labs/[lab]/[step]',
  '/labs/[lab]/[step]/run/[id]',
  '/learn',
  '/learn/[slug]',
  '/reset-password/[token]',
  '/search',
  '/setup/[token]',
  '/sign-in',
  '/sign-up',
] as const

/** Server actions by file and name; there are none so far. */
export const SERVER_ACTIONS: Readonly<Record<string, ActionName>> = {}
