/** Changes of a class that depend on each other come one after the other. */
import 'server-only'
import type { Transaction } from '../../../prisma/line.ts'

/** Waits until no other transaction changes the people or the work of this class. */
export async function lockClass(transaction: Transaction, classId: string): Promise<void> {
  await transaction.$queryRaw`select 1 from "Class" where id = ${classId}::uuid for update`
}
