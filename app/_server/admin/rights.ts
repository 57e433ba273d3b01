/** What administrators change about accounts, each change with its audit entry. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { type EntryToRecord, recordEntry } from '../audit/record.ts'
import type { AccountRole } from '../authorise/roles.ts'
import type { SessionUser } from '../session.ts'
import { countOtherAdministrators, lockAdministrators } from './administrators.ts'

export type RightsChange = 'done' | 'no-such-person' | 'last-administrator'

/** Gives somebody a role of the site. */
export async function setRole(
  doer: SessionUser,
  personId: string,
  role: AccountRole,
): Promise<RightsChange> {
  return change(
    personId,
    role === 'administrator' ? 'gives' : 'takes',
    async (transaction, person) => {
      if (person.role === role) return
      await transaction.user.update({ where: { id: personId }, data: { role } })
      await recordEntry(transaction, {
        doer,
        action: 'role.set',
        personId,
        before: { role: person.role },
        after: { role },
      })
    },
  )
}

/** Keeps somebody from signing in, and ends their sessions. */
export async function disable(doer: SessionUser, personId: string): Promise<RightsChange> {
  return change(personId, 'takes', async (transaction, person) => {
    if (person.disabledAt !== null) return
    await transaction.user.update({ where: { id: personId }, data: { disabledAt: new Date() } })
    const { count } = await transaction.session.deleteMany({ where: { userId: personId } })
    await recordEntry(transaction, {
      ...entry(doer, personId, 'account.disabled'),
      after: { sessionsEnded: count },
    })
  })
}

/** Lets somebody sign in again. */
export async function enable(doer: SessionUser, personId: string): Promise<RightsChange> {
  return change(personId, 'gives', async (transaction, person) => {
    if (person.disabledAt === null) return
    await transaction.user.update({ where: { id: personId }, data: { disabledAt: null } })
    await recordEntry(transaction, entry(doer, personId, 'account.enabled'))
  })
}

function entry(
  doer: SessionUser,
  personId: string,
  action: EntryToRecord['action'],
): EntryToRecord {
  return { doer, action, personId }
}

interface Changed {
  readonly role: AccountRole
  readonly disabledAt: Date | null
}

/** @param direction whether it may take a right away */
async function change(
  personId: string,
  direction: 'gives' | 'takes',
  apply: (transaction: Transaction, person: Changed) => Promise<void>,
): Promise<RightsChange> {
  return db.$transaction(async (transaction): Promise<RightsChange> => {
    await lockAdministrators(transaction)
    const person = await transaction.user.findUnique({ where: { id: personId } })
    if (person === null || person.isAnonymous === true) return 'no-such-person'
    const isAdministrator = person.role === 'administrator' && person.disabledAt === null
    if (isAdministrator && direction === 'takes') {
      if ((await countOtherAdministrators(transaction, personId)) === 0) return 'last-administrator'
    }
    await apply(transaction, person)
    return 'done'
  })
}
