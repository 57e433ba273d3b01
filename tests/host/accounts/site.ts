/** The part of the site that tests of accounts need: a database, a mail server, settings. */
import { db } from '#db'
import { migrate } from '../../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase } from '../../support/database.ts'
import { type MailServer, startMailServer } from '../../support/mail-server.ts'

export interface AccountSite {
  readonly mail: MailServer
  stop(): Promise<void>
}

/** Starts it, and tells this process where it is. */
export async function startAccountSite(
  settings: Readonly<Record<string, string>> = {},
): Promise<AccountSite> {
  const database = await makeTestDatabase()
  const mail = await startMailServer()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NETSPLIT_URL: 'http://localhost:3000',
    NETSPLIT_AUTH_SECRET: 'a secret of the tests, long enough',
    NETSPLIT_SMTP_URL: mail.url,
    ...settings,
  })
  await migrate(database.url)
  const stop = async () => {
    await db.$disconnect()
    await mail.stop()
    await database.remove()
  }
  return { mail, stop }
}
