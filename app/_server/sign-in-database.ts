/**
 * The database as the sign-in library has it: a way to sign in that it adds, and the audit entry
 * of it, are written in one transaction. The library's hooks run before or after its statement,
 * each in a transaction of its own, so that an entry might be there without the deed.
 */
import 'server-only'
import { headers } from 'next/headers'
import type { db } from '#db'
import type { Transaction } from '../../prisma/line.ts'
import { recordEntry } from './audit/record.ts'
import { addressOf } from './request-address.ts'

type Client = typeof db
/** Runs this in a transaction: one of its own, or the one that is under way. */
type Within = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>

/** The statement of the library, as far as it is looked at. */
interface Creation {
  readonly data: { readonly userId: string; readonly providerId?: string }
}

/** The tables whose rows are ways to sign in; each has the name of the client's own property. */
const WAYS_IN = ['account', 'passkey'] as const
type WayIn = (typeof WAYS_IN)[number]

/** The same client, but that new ways to sign in are written down. */
export function withEntries(client: Client): Client {
  const within: Within = (work) => client.$transaction(work)
  const transacted = {
    ...waysIn(client, within),
    $transaction: <Result>(
      work: (transaction: Transaction) => Promise<Result>,
      options?: Parameters<Client['$transaction']>[1],
    ) =>
      client.$transaction(
        (transaction) =>
          work(
            instead(
              transaction,
              waysIn(transaction, (inner) => inner(transaction)),
            ),
          ),
        options,
      ),
  }
  return instead(client, transacted)
}

function waysIn(client: Transaction, within: Within): object {
  return Object.fromEntries(
    WAYS_IN.map((name) => [
      name,
      instead(client[name], {
        create: (creation: Creation) =>
          within(async (transaction) => {
            const made = await createIn(transaction, name, creation)
            await recordMethod(transaction, name, creation.data)
            return made
          }),
      }),
    ]),
  )
}

/** The library made the statement for this very table. */
function createIn(transaction: Transaction, name: WayIn, creation: Creation): Promise<unknown> {
  const table = transaction[name] as unknown as {
    readonly create: (one: Creation) => Promise<unknown>
  }
  return table.create(creation)
}

async function recordMethod(
  transaction: Transaction,
  name: WayIn,
  { userId, providerId }: Creation['data'],
): Promise<void> {
  const method = providerId === 'credential' ? 'password' : (providerId ?? name)
  await recordEntry(transaction, {
    doer: { id: userId, address: addressOf(await headers()) },
    action: 'sign-in.added',
    personId: userId,
    after: { method },
  })
}

/** The same object with some other properties. */
function instead<Whole extends object>(whole: Whole, others: object): Whole {
  return new Proxy(whole, {
    get: (target, property) =>
      Reflect.get(Object.hasOwn(others, property) ? others : target, property) as unknown,
  })
}
