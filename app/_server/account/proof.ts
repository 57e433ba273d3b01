/** Asks for a proof that it is the owner who sits there, before something that could lock them out. */
import 'server-only'
import { db } from '#db'
import { getAuth } from '../auth.ts'
import { FRESH_S } from '../auth-rules.ts'
import { RateLimit } from '../rate-limit.ts'
import type { SessionUser } from '../session.ts'

export type Proof = 'proven' | 'wrong-password' | 'stale' | 'too-often'

/** Somebody who found an open session must not be able to guess. */
const tries = new RateLimit({ burst: 10, perMinute: 5 })
const MS_PER_S = 1_000

/** By the password where the account has one, else by having signed in lately. */
export async function proveOwner(user: SessionUser, password: string): Promise<Proof> {
  const hash = await readPasswordHash(user.id)
  if (hash === undefined) return isFresh(user) ? 'proven' : 'stale'
  if (!tries.take(user.id)) return 'too-often'
  const context = await getAuth().$context
  return (await context.password.verify({ hash, password })) ? 'proven' : 'wrong-password'
}

/** Whether this account can sign in with a password. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await readPasswordHash(userId)) !== undefined
}

async function readPasswordHash(userId: string): Promise<string | undefined> {
  const account = await db.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  })
  return account?.password ?? undefined
}

/** Whether they signed in so lately that it is still them who sits there. */
export function isFresh({ signedInAt }: SessionUser): boolean {
  return Date.now() - signedInAt.getTime() < FRESH_S * MS_PER_S
}
