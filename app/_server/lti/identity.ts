/**
 * Who somebody from a platform is here. Only the platform's own name for them counts (`iss` and
 * `sub`; LTI Core 1.3, 5.3.6): an e-mail address that a platform tells proves nothing, so whoever
 * has an account signs in to it once, and connects it.
 */
import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { type Doer, recordEntry } from '../audit/record.ts'
import { greet } from '../auth-rules.ts'
import type { SessionUser } from '../session.ts'
import type { Launch } from './launched.ts'
import { ltiMethod } from './method.ts'

type Subject = Pick<Launch, 'platformId' | 'subject'>

/** The account that this person of the platform has connected. */
export async function findConnected({ platformId, subject }: Subject): Promise<string | undefined> {
  const found = await db.account.findUnique({
    where: {
      providerId_accountId: { providerId: ltiMethod(platformId), accountId: subject },
    },
    select: { userId: true },
  })
  return found?.userId
}

/** Whether somebody has an account with the address that the platform tells. */
export async function hasAccountWith(email: string): Promise<boolean> {
  return email !== '' && (await db.user.count({ where: { email } })) > 0
}

export type Connection =
  | { readonly kind: 'connected'; readonly userId: string }
  | { readonly kind: 'refused'; readonly why: 'address-taken' | 'connected-already' }

/** Makes the platform a way to sign in to an account whose owner asks for it. */
export async function connectAccount(user: SessionUser, subject: Subject): Promise<Connection> {
  return db.$transaction((transaction) => connect(transaction, user, subject))
}

/** Makes an account for somebody who has none. Its address counts as not confirmed. */
export async function makeConnected(
  launch: Launch,
  address: string | undefined,
): Promise<Connection> {
  const known = z.email().safeParse(launch.email)
  // Some platforms tell no addresses; this one is nobody's (RFC 2606, 2).
  const email = known.success ? known.data : `${randomUUID()}@lti.invalid`
  if (await hasAccountWith(email)) return { kind: 'refused', why: 'address-taken' }
  const id = randomUUID()
  const made = await db.$transaction(async (transaction) => {
    const user = await transaction.user.create({
      data: { id, email, name: launch.name === '' ? 'Nameless' : launch.name },
    })
    const connection = await connect(transaction, { id, address }, launch)
    // Of two tabs that ask at once, the second finds the account of the first.
    if (connection.kind === 'refused') await transaction.user.delete({ where: { id } })
    return { user, connection }
  })
  if (made.connection.kind === 'connected' && known.success) await greet(made.user)
  return made.connection
}

async function connect(
  transaction: Transaction,
  doer: Doer,
  { platformId, subject }: Subject,
): Promise<Connection> {
  const providerId = ltiMethod(platformId)
  const name = `${providerId} ${subject}`
  await transaction.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${name}, 0))`
  const found = await transaction.account.findUnique({
    where: { providerId_accountId: { providerId, accountId: subject } },
  })
  if (found !== null) {
    return found.userId === doer.id
      ? { kind: 'connected', userId: doer.id }
      : { kind: 'refused', why: 'connected-already' }
  }
  await transaction.account.create({
    data: { id: randomUUID(), providerId, accountId: subject, userId: doer.id },
  })
  await recordEntry(transaction, {
    doer,
    action: 'sign-in.added',
    personId: doer.id,
    after: { method: providerId },
  })
  return { kind: 'connected', userId: doer.id }
}
