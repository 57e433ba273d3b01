/** What is written down about accounts and rights, and how it is said. */

/** In the past tense: an entry is about something that happened. */
export const AUDITED = {
  'administrator-link.made': 'made a link for an administrator',
  'administrator.became': 'became an administrator by the link',
  'role.set': 'set the role',
  'account.disabled': 'disabled the account',
  'account.enabled': 'enabled the account',
  'account.deleted': 'deleted the account',
  'sessions.ended': 'ended sessions',
  'sign-in.added': 'added a way to sign in',
  'sign-in.removed': 'removed a way to sign in',
  'password.changed': 'changed the password',
  'password.reset': 'set a new password by mail',
  'name.changed': 'changed the name',
  'email.confirmed': 'confirmed the e-mail address',
  'email.changed': 'changed the e-mail address',
  'data.exported': 'exported the data',
} as const

export type Audited = keyof typeof AUDITED

export function isAudited(text: string): text is Audited {
  return Object.hasOwn(AUDITED, text)
}

/** Plain data that a database keeps as JSON; names and addresses of people stay out of it. */
export type AuditedState = Readonly<Record<string, string | number | boolean | null>>
