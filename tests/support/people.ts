/** A database with people on it, for tests of what is stored of each. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { db } from '#db'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase, type TestDatabase } from './database.ts'

/** Makes the database; before each test there are these people, and nobody has done anything. */
export function usePeople(ids: readonly string[]): void {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await makeTestDatabase()
    process.env.DATABASE_URL = database.url
    await migrate(database.url)
  })
  afterAll(async () => {
    await db.$disconnect()
    await database?.remove()
  })
  beforeEach(async () => {
    await db.user.deleteMany({})
    await makeUsers(ids)
  })
}

/** Makes these users; the one called `guest` has no account. */
export async function makeUsers(ids: readonly string[]): Promise<void> {
  await db.user.createMany({
    data: ids.map((id) => ({
      id,
      name: id,
      email: `${id}@netsplit.example`,
      isAnonymous: id === 'guest',
    })),
  })
}
