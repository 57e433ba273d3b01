/** For tests that a change and its audit entry stand or fall together. */
import { expect } from 'vitest'
import { db } from '#db'

/** Tries the change while no audit entry can be written, and expects that it fails by that. */
export async function expectRefusedWithoutEntry(
  change: (() => Promise<unknown>) | undefined,
): Promise<void> {
  await db.$executeRaw`
    create or replace function refuse_entry() returns trigger language plpgsql as
    $$ begin raise exception 'no entry can be written'; end $$`
  await db.$executeRaw`
    create trigger refuse_entry before insert on "AuditEntry"
    for each row execute function refuse_entry()`
  try {
    await expect(change?.()).rejects.toThrow('no entry can be written')
  } finally {
    await db.$executeRaw`drop trigger refuse_entry on "AuditEntry"`
  }
}
