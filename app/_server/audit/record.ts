/** Writes audit entries. It takes a transaction: the change and its entry stand or fall together. */
import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import type { Transaction } from '../../../prisma/line.ts'
import type { Audited, AuditedState } from './audited.ts'

/** Who does it, and from where. */
export interface Doer {
  readonly id: string
  readonly address: string | undefined
}

export interface EntryToRecord {
  readonly doer: Doer
  readonly action: Audited
  /** Whose account it is about. */
  readonly personId: string
  readonly before?: AuditedState
  readonly after?: AuditedState
}

/** Writes one entry, as part of the transaction that makes the change. */
export async function recordEntry(transaction: Transaction, entry: EntryToRecord): Promise<void> {
  const { doer, action, personId, before, after } = entry
  await transaction.auditEntry.create({
    data: {
      actorId: doer.id,
      action,
      subjectKind: 'person',
      subjectId: personId,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
      address: doer.address ?? null,
    },
  })
}

/**
 * Takes out of the entries by and about a person whatever is about the person: what is left are
 * ids of an account that is gone.
 */
export async function forgetPerson(transaction: Transaction, personId: string): Promise<void> {
  await transaction.auditEntry.updateMany({
    where: { OR: [{ actorId: personId }, { subjectId: personId }] },
    data: { address: null, before: Prisma.DbNull, after: Prisma.DbNull },
  })
}
