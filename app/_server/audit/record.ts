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
  const { personId, ...rest } = entry
  await write(transaction, { ...rest, subjectKind: 'person', subjectId: personId })
}

export type ClassEntryToRecord = Omit<EntryToRecord, 'personId'> & { readonly classId: string }

/** The same for a change of a class; whom it is about is in `after`, by id. */
export async function recordClassEntry(
  transaction: Transaction,
  { classId, ...rest }: ClassEntryToRecord,
): Promise<void> {
  await write(transaction, { ...rest, subjectKind: 'class', subjectId: classId })
}

async function write(
  transaction: Transaction,
  entry: Omit<EntryToRecord, 'personId'> & {
    readonly subjectKind: 'person' | 'class'
    readonly subjectId: string
  },
): Promise<void> {
  const { doer, action, subjectKind, subjectId, before, after } = entry
  await transaction.auditEntry.create({
    data: {
      actorId: doer.id,
      action,
      subjectKind,
      subjectId,
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
