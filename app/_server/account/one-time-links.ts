/** Links that permit one thing, once, for a while: to confirm an address, to set a password. */
import 'server-only'
import { db } from '#db'
import type { LinkPurpose } from '../../../prisma/generated/client.ts'
import type { Transaction } from '../../../prisma/line.ts'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'

const MINUTES_VALID: Readonly<Record<LinkPurpose, number>> = {
  becomeAdministrator: 24 * 60,
  confirmEmail: 24 * 60,
  changeEmail: 60,
  resetPassword: 60,
}
const MS_PER_MINUTE = 60_000

export interface OneTimeLink {
  readonly userId: string | null
  readonly email: string | null
  readonly purpose: LinkPurpose
}

interface LinkToMake {
  readonly purpose: LinkPurpose
  readonly userId: string
  readonly email: string
}

/** Makes a link in place of those with the same purpose; returns its token, which is stored nowhere. */
export async function makeLink({ purpose, userId, email }: LinkToMake): Promise<string> {
  const token = newToken()
  const tokenHash = hashOfToken(token) ?? ''
  const expiresAt = new Date(Date.now() + MINUTES_VALID[purpose] * MS_PER_MINUTE)
  await db.$transaction([
    db.oneTimeLink.deleteMany({
      where: { OR: [{ userId, purpose }, { expiresAt: { lt: new Date() } }] },
    }),
    db.oneTimeLink.create({ data: { tokenHash, purpose, userId, email, expiresAt } }),
  ])
  return token
}

/** What a link permits; undefined when it was used, is too old, or never was. */
export async function readLink(
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<OneTimeLink | undefined> {
  const tokenHash = hashOfToken(token)
  if (tokenHash === undefined) return undefined
  const found = await db.oneTimeLink.findUnique({ where: { tokenHash } })
  return found !== null && found.expiresAt > new Date() && purposes.includes(found.purpose)
    ? found
    : undefined
}

/** Uses a link up, as part of what it permits: of two who come at once, one gets it. */
export async function useLink(
  transaction: Transaction,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<OneTimeLink | undefined> {
  const tokenHash = hashOfToken(token)
  if (tokenHash === undefined) return undefined
  const [used] = await transaction.$queryRaw<OneTimeLink[]>`
    delete from "OneTimeLink"
    where "tokenHash" = ${tokenHash} and "expiresAt" > now() and purpose::text = any(${[...purposes]})
    returning "userId", email, purpose::text`
  return used
}
