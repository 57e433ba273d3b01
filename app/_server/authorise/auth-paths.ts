/**
 * Which addresses of the sign-in library are open, and as which action. All others answer
 * that they are not there: what they would do, our own routes do with an audit entry.
 */
import type { OwnAction, SiteAction } from './actions.ts'

export type AuthPath =
  | { readonly on: 'site'; readonly action: SiteAction }
  | { readonly on: 'own'; readonly action: OwnAction }

const START = { on: 'site', action: 'session.start' } as const
const CHANGE = { on: 'own', action: 'account.change' } as const

/** By method and path; `:id` stands for one part of it. */
export const AUTH_PATHS: Readonly<Record<string, AuthPath>> = {
  'POST /sign-up/email': START,
  'POST /sign-in/email': START,
  'POST /sign-in/social': START,
  'GET /callback/:id': START,
  'POST /callback/:id': START,
  'GET /passkey/generate-authenticate-options': START,
  'POST /passkey/verify-authentication': START,
  'POST /sign-out': { on: 'site', action: 'session.end' },
  'POST /link-social': CHANGE,
  'GET /passkey/generate-register-options': CHANGE,
  'POST /passkey/verify-registration': CHANGE,
}

/** The entry of a request, or undefined when there is none. */
export function findAuthPath(method: string, path: string): AuthPath | undefined {
  const general = path.replace(/^\/callback\/[\w-]+$/, '/callback/:id')
  const key = `${method} ${general}`
  return Object.hasOwn(AUTH_PATHS, key) ? AUTH_PATHS[key] : undefined
}
