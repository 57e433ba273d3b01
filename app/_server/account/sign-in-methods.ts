/** The ways in which somebody can sign in. One always remains. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { recordEntry } from '../audit/record.ts'
import { nameOfMethod } from '../providers.ts'
import type { SessionUser } from '../session.ts'

export interface SignInMethod {
  readonly id: string
  readonly kind: 'password' | 'provider' | 'passkey'
  /** For a provider, its id in app/_server/providers. */
  readonly providerId: string
  readonly name: string
  readonly addedAt: Date | undefined
}

/** All ways of this person, passkeys last. */
export async function listMethods(
  userId: string,
  reader: Pick<Transaction, 'account' | 'passkey'> = db,
): Promise<readonly SignInMethod[]> {
  const accounts = await reader.account.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
  })
  const passkeys = await reader.passkey.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
  })
  return [
    ...accounts.map(
      ({ id, providerId, createdAt }): SignInMethod => ({
        id,
        kind: providerId === 'credential' ? 'password' : 'provider',
        providerId,
        name: nameOfMethod(providerId),
        addedAt: createdAt,
      }),
    ),
    ...passkeys.map(
      ({ id, name, createdAt }): SignInMethod => ({
        id,
        kind: 'passkey',
        providerId: 'passkey',
        name: name ?? 'Passkey',
        addedAt: createdAt ?? undefined,
      }),
    ),
  ]
}

export type Removal = 'removed' | 'not-there' | 'last'

/** Removes a provider or a passkey; never the last way in. */
export async function removeMethod(user: SessionUser, id: string): Promise<Removal> {
  return db.$transaction(async (transaction): Promise<Removal> => {
    // Two tabs must not each remove the last but one.
    await transaction.$queryRaw`select 1 from "User" where id = ${user.id} for update`
    const methods = await listMethods(user.id, transaction)
    const method = methods.find((one) => one.id === id)
    if (method === undefined || method.kind === 'password') return 'not-there'
    if (methods.length === 1) return 'last'
    const where = { id, userId: user.id }
    if (method.kind === 'passkey') await transaction.passkey.delete({ where })
    else await transaction.account.delete({ where })
    await recordEntry(transaction, {
      doer: user,
      action: 'sign-in.removed',
      personId: user.id,
      before: { method: method.providerId },
    })
    return 'removed'
  })
}
