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
  'class.created': 'made the class',
  'class.changed': 'changed what the class is called, or its time zone',
  'class.archived': 'archived the class',
  'class.restored': 'brought the class back from the archive',
  'class.copied': 'made the class as a copy of another',
  'section.made': 'made a section',
  'section.removed': 'removed a section',
  'member.joined': 'joined the class',
  'member.role-set': 'set a role in the class',
  'member.section-set': 'moved somebody to a section',
  'member.removed': 'took somebody off the class',
  'member.restored': 'let somebody into the class again',
  'invite.made': 'made a link that invites into the class',
  'invite.ended': 'ended a link that invites into the class',
  'roster.imported': 'imported a roster',
  'roster.link-made': 'made a link for one line of the roster',
  'roster.line-removed': 'removed a line of the roster',
  'assignment.made': 'made an assignment',
  'assignment.changed': 'changed an assignment',
  'assignment.removed': 'removed an assignment',
  'extension.granted': 'granted an extension',
  'extension.removed': 'took an extension back',
  'grade.adjusted': 'adjusted a grade by hand',
  'grade.adjustment-removed': 'took back what was adjusted of a grade',
  'grades.released': 'released the grades of an assignment',
  'grades.withheld': 'withheld the grades of an assignment again',
  'regrade.ordered': 'had an assignment graded again for a preview',
  'regrade.applied': 'applied a regrade to the grades',
  'regrade.discarded': 'discarded a regrade',
  'announcement.made': 'announced something',
  'announcement.removed': 'removed an announcement',
  'lti-key.made': 'made a new key for learning platforms',
  'lti-platform.added': 'added a learning platform',
  'lti-platform.changed': 'changed a learning platform',
  'lti-platform.removed': 'removed a learning platform',
  'lti-course.connected': 'connected a course of a learning platform',
  'lti-course.disconnected': 'ended the connection to a course',
  'lti-grades.asked': 'had the released grades sent to the learning platform',
  'at-risk-rules.set': 'set by which rules staff are told of learners who may need them',
  'view.started': 'began to see the site as a learner does',
  'view.ended': 'ended a view as a learner',
  'similarity.seen': 'looked for similar submissions',
  'similarity.compared': 'compared the code of two learners',
} as const

export type Audited = keyof typeof AUDITED

export function isAudited(text: string): text is Audited {
  return Object.hasOwn(AUDITED, text)
}

/** Plain data that a database keeps as JSON; names and addresses of people stay out of it. */
export type AuditedState = Readonly<Record<string, string | number | boolean | null>>
