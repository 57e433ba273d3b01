/**
 * For the tests that start processes: one PostgreSQL for all of them, in which each makes a database of
 * its own. To start a server for each file took longer than most of their tests.
 */
import { startTestServer } from './database.ts'

export default async function setup(): Promise<() => Promise<void>> {
  // Whoever names a server has their reasons.
  if ((process.env.NETSPLIT_TEST_DATABASE_URL ?? '') !== '') return async () => {}
  const server = await startTestServer()
  process.env.NETSPLIT_TEST_DATABASE_URL = server.url
  return async () => {
    delete process.env.NETSPLIT_TEST_DATABASE_URL
    await server.remove()
  }
}
