/**
 * The link with which somebody becomes an administrator. There is no default password: only
 * who reads the terminal of the site gets the link, and only the hash of its token is stored.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashOfToken, newToken } from '../../prisma/link-token.ts'

/** Like the other links of its kind (app/_server/account/one-time-links.ts). */
const HOURS_VALID = 24

/** Whether somebody can sign in who administrates the site. */
export async function hasAdministrator(databaseUrl: string): Promise<boolean> {
  return onDatabase(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `select 1 from "User" where role = 'administrator' and "disabledAt" is null limit 1`,
    )
    return rowCount !== 0
  })
}

/**
 * Makes a link, in place of the one before; it is good for a day, and once.
 * @param siteUrl the public address of the site
 */
export async function makeAdministratorLink(databaseUrl: string, siteUrl: string): Promise<string> {
  const token = newToken()
  const tokenHash = hashOfToken(token)
  await onDatabase(databaseUrl, async (client) => {
    await client.query('begin')
    await client.query(`delete from "OneTimeLink" where purpose = 'becomeAdministrator'`)
    await client.query(
      `insert into "OneTimeLink" ("tokenHash", purpose, "expiresAt")
       values ($1, 'becomeAdministrator', now() + make_interval(hours => $2))`,
      [tokenHash, HOURS_VALID],
    )
    await client.query(
      `insert into "AuditEntry" (id, action, "subjectKind", "subjectId")
       values ($1, 'administrator-link.made', 'site', 'this site')`,
      [randomUUID()],
    )
    await client.query('commit')
  })
  return new URL(`/setup/${token}`, siteUrl).href
}

async function onDatabase<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    // An open transaction goes with the connection.
    await client.end()
  }
}
