/**
 * Every action that the site knows, and who may do it: the whole of what is allowed. Nothing
 * that is not in here can be done. `npm run roles` renders it to docs/roles.md.
 */
import type { ClassRole, SiteRole, Subject } from './roles.ts'

interface ActionOn<Kind extends Subject['kind'], Role> {
  /** What it is about. */
  readonly on: Kind
  readonly who: readonly Role[]
  /** One line for docs/roles.md. */
  readonly says: string
}

export type Action =
  | ActionOn<'site', SiteRole>
  | ActionOn<'own', SiteRole>
  | ActionOn<'person', SiteRole>
  | ActionOn<'class', ClassRole>

const EVERYBODY = ['stranger', 'guest', 'member', 'instructor', 'administrator'] as const
/** Whoever has a session: their work is kept. */
const KNOWN = ['guest', 'member', 'instructor', 'administrator'] as const
/** Whoever has a way to sign in. */
const SIGNED_UP = ['member', 'instructor', 'administrator'] as const

const SITE = {
  'page.read': {
    on: 'site',
    who: EVERYBODY,
    says: 'read lessons, labs and whatever else is public',
  },
  'run.start': { on: 'site', who: EVERYBODY, says: 'run code in the frame of one’s own browser' },
  'shared-run.read': {
    on: 'site',
    who: EVERYBODY,
    says: 'open a shared run whose address one has',
  },
  'session.start': { on: 'site', who: EVERYBODY, says: 'sign up and sign in' },
  'session.end': { on: 'site', who: EVERYBODY, says: 'sign out' },
  'password.reset': { on: 'site', who: EVERYBODY, says: 'get a new password by mail' },
  'submission.create': {
    on: 'site',
    who: EVERYBODY,
    says: 'hand in code; a stranger becomes a guest',
  },
  'draft.save': { on: 'site', who: EVERYBODY, says: 'save a draft; a stranger becomes a guest' },
  'shared-run.create': {
    on: 'site',
    who: EVERYBODY,
    says: 'share a run with its code; a stranger becomes a guest',
  },
  'review.save': {
    on: 'site',
    who: EVERYBODY,
    says: 'answer cards and set up reviews; a stranger becomes a guest',
  },
  'card.turn': {
    on: 'site',
    who: EVERYBODY,
    says: 'see the answers of cards that no quiz under way asks',
  },
  'quiz.start': { on: 'site', who: EVERYBODY, says: 'start a quiz; a stranger becomes a guest' },
  'interview.save': {
    on: 'site',
    who: EVERYBODY,
    says: 'keep a mock interview; a stranger becomes a guest',
  },
  'administrator.become': {
    on: 'site',
    who: ['member', 'instructor'],
    says: 'become an administrator with the link that the operator has',
  },
  'class.create': { on: 'site', who: ['instructor', 'administrator'], says: 'make a class' },
  'class.join': { on: 'site', who: SIGNED_UP, says: 'join a class by a link' },
  'names.hide': {
    on: 'site',
    who: SIGNED_UP,
    says: 'hide the names of people on the pages and in the exports of classes',
  },
  'lti.arrive': {
    on: 'site',
    who: EVERYBODY,
    says: 'come from a learning platform that is registered, which signs who it is',
  },
  'lti.connect': {
    on: 'site',
    who: SIGNED_UP,
    says: 'connect one’s account, or the course that one teaches, with a learning platform',
  },
  'lti.manage': { on: 'site', who: ['administrator'], says: 'register learning platforms' },
  'view.end': { on: 'site', who: KNOWN, says: 'end a view of the site as a learner' },
  'people.read': { on: 'site', who: ['administrator'], says: 'see who has an account' },
  'audit.read': { on: 'site', who: ['administrator'], says: 'read the audit entries' },
} as const satisfies Record<string, Action>

const OWN = {
  'submission.read': { on: 'own', who: KNOWN, says: 'see a submission, its verdict and its runs' },
  'attempt.record': { on: 'own', who: KNOWN, says: 'keep a run in the list of attempts' },
  'attempt.read': { on: 'own', who: KNOWN, says: 'see attempts and their code' },
  'draft.read': { on: 'own', who: KNOWN, says: 'read a draft' },
  'progress.save': { on: 'own', who: KNOWN, says: 'keep what was done in lessons' },
  'review.export': { on: 'own', who: KNOWN, says: 'take the reviews along as a table' },
  'quiz.answer': { on: 'own', who: KNOWN, says: 'answer the questions of a quiz, and hand it in' },
  'reference.read': { on: 'own', who: KNOWN, says: 'see the reference of a step that one passed' },
  'shared-run.delete': { on: 'own', who: KNOWN, says: 'delete a shared run' },
  'session.revoke': { on: 'own', who: KNOWN, says: 'end a session on some machine' },
  'account.export': { on: 'own', who: KNOWN, says: 'take all of one’s data along' },
  'account.delete': { on: 'own', who: KNOWN, says: 'delete the account and the work' },
  'account.change': {
    on: 'own',
    who: SIGNED_UP,
    says: 'change name, e-mail, password and ways to sign in',
  },
} as const satisfies Record<string, Action>

const PERSON = {
  'person.read': { on: 'person', who: ['administrator'], says: 'see an account and its sessions' },
  'person.set-role': {
    on: 'person',
    who: ['administrator'],
    says: 'give and take the roles of the site; not one’s own',
  },
  'person.disable': {
    on: 'person',
    who: ['administrator'],
    says: 'keep somebody from signing in, and let them again; not oneself',
  },
  'person.view-as': {
    on: 'person',
    who: ['administrator'],
    says: 'see the site as a learner does, for reading, for half an hour; the learner is told',
  },
  'person.end-sessions': { on: 'person', who: ['administrator'], says: 'end somebody’s sessions' },
} as const satisfies Record<string, Action>

/** Nobody is let into a class by a role of the site: administrators too must be in it. */
const CLASS = {
  'class.read': {
    on: 'class',
    who: ['owner', 'instructor', 'assistant', 'reader', 'learner'],
    says: 'open the class: announcements, and what one is given',
  },
  'class.see-progress': {
    on: 'class',
    who: ['owner', 'instructor', 'assistant', 'reader'],
    says: 'see the work and the progress of its learners',
  },
  'class.grade': {
    on: 'class',
    who: ['owner', 'instructor', 'assistant'],
    says: 'comment, adjust and release grades',
  },
  'class.see-similarity': {
    on: 'class',
    who: ['owner', 'instructor', 'assistant'],
    says: 'compare what learners handed in with each other',
  },
  'class.change': {
    on: 'class',
    who: ['owner', 'instructor'],
    says: 'change assignments, rules, sections, announcements and learners',
  },
  'class.view-as': {
    on: 'class',
    who: ['owner', 'instructor'],
    says: 'see the class as a learner does, for reading, for half an hour; the learner is told',
  },
  'class.set-staff': { on: 'class', who: ['owner'], says: 'say who is staff, and as what' },
  'class.archive': { on: 'class', who: ['owner'], says: 'archive the class, and copy it' },
  'class.answer': {
    on: 'class',
    who: ['owner', 'instructor', 'assistant', 'learner'],
    says: 'answer comments on code; a learner, those on their own work that are published',
  },
  'class.read-feedback': {
    on: 'class',
    who: ['learner'],
    says: 'read the published reviews of one’s own work',
  },
} as const satisfies Record<string, Action>

export const ACTIONS = { ...SITE, ...OWN, ...PERSON, ...CLASS } as const

/**
 * What may be done while one sees the site as somebody else: nothing that changes anything of
 * theirs. The last two end it.
 */
export const IN_A_VIEW: readonly (keyof typeof ACTIONS)[] = [
  'page.read',
  'run.start',
  'shared-run.read',
  'submission.read',
  'attempt.read',
  'draft.read',
  'reference.read',
  'class.read',
  'class.read-feedback',
  'view.end',
  'session.end',
]

export type ActionName = keyof typeof ACTIONS
export type SiteAction = keyof typeof SITE
export type OwnAction = keyof typeof OWN
export type PersonAction = keyof typeof PERSON
export type ClassAction = keyof typeof CLASS
