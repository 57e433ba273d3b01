/** What our mails say. Plain text: nothing to load, nothing that follows the reader. */
import type { Mail } from './mailer.ts'

interface Addressed {
  readonly to: string
  readonly name: string
  readonly link: string
}

export function confirmationMail({ to, name, link }: Addressed): Mail {
  return mail(to, 'Confirm your e-mail address', [
    `Hello ${name},`,
    'an account with this address was made on Netsplit. Open this link while you are signed in, ' +
      'and the address is confirmed:',
    link,
    'The link works once, within a day. If you made no account, do nothing: without this link ' +
      'the address stays unconfirmed.',
  ])
}

export function changeMail({ to, name, link }: Addressed): Mail {
  return mail(to, 'Confirm your new e-mail address', [
    `Hello ${name},`,
    'you want to use this address for your account on Netsplit. Open this link while you are ' +
      'signed in:',
    link,
    'The link works once, within an hour. If this was not you, do nothing.',
  ])
}

export function resetMail({ to, name, link }: Addressed): Mail {
  return mail(to, 'Set a new password', [
    `Hello ${name},`,
    'somebody, probably you, asked for a new password for your account on Netsplit. Choose one here:',
    link,
    'The link works once, within an hour. If this was not you, do nothing: your password stays ' +
      'as it is.',
  ])
}

/** For the address that an account had before: whoever lost it learns of it. */
export function changedMail({ to, name }: Omit<Addressed, 'link'>): Mail {
  return mail(to, 'Your e-mail address was changed', [
    `Hello ${name},`,
    'your account on Netsplit has another e-mail address now, and this one is no longer used. ' +
      'If this was not you, ask the people who run the site for help at once.',
  ])
}

interface AboutWork extends Addressed {
  /** What the assignment is called. */
  readonly title: string
}

export function reviewedMail({ to, name, title, link }: AboutWork): Mail {
  return mail(to, 'Your work was reviewed', [
    `Hello ${name},`,
    `your work “${title}” was reviewed. You can read it, and answer comments, here:`,
    link,
  ])
}

export function answeredMail({ to, name, title, link }: AboutWork): Mail {
  return mail(to, 'An answer to a comment on code', [
    `Hello ${name},`,
    `somebody answered a comment in the review of “${title}”. You can read it here:`,
    link,
  ])
}

function mail(to: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, subject: `Netsplit: ${subject}`, text: `${paragraphs.join('\n\n')}\n` }
}
