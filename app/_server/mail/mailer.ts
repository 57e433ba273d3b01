/** Sends mail by the SMTP server of the environment. A site without one works, and says so. */
import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Whether this site can send mail. */
export function hasMail(): boolean {
  return (process.env.NETSPLIT_SMTP_URL ?? '') !== ''
}

/**
 * Sends one mail.
 * @throws when the server cannot be reached or does not take it
 */
export async function sendMail(mail: Mail): Promise<void> {
  await getTransport().sendMail({ ...mail, from: sender() })
}

let transport: Transporter | undefined

function getTransport(): Transporter {
  transport ??= makeTransport()
  return transport
}

function makeTransport(): Transporter {
  const url = process.env.NETSPLIT_SMTP_URL ?? ''
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new Error(
      'NETSPLIT_SMTP_URL is not the address of a mail server: set it to one such as ' +
        'smtps://user:password@mail.example.org, or leave it out.',
    )
  }
  // Links that reset passwords must not cross a network in the clear.
  return createTransport({ url, requireTLS: !LOOPBACK.includes(new URL(url).hostname) })
}

function sender(): string {
  const given = process.env.NETSPLIT_MAIL_FROM ?? ''
  if (given !== '') return given
  const host = new URL(process.env.NETSPLIT_URL ?? 'http://localhost').hostname
  return `Netsplit <netsplit@${host}>`
}
