/**
 * For the tests that start processes: one PostgreSQL for all of them, in which each makes a database of
 * its own. To start a server for each file took longer than most of their tests.
 */
import { randomBytes } from 'node:crypto'
import { startPostgres } from '../../scripts/postgres/server.ts'
import { throwawayFolder } from './throwaway-folder.ts'

export default async function setup(): Promise<() => Promise<void>> {
  // Whoever names a server has their reasons.
  if ((process.env.NETSPLIT_TEST_DATABASE_URL ?? '') !== '') return async () => {}
  const folder = await throwawayFolder()
  const password = randomBytes(16).toString('hex')
  const server = await startPostgres({ dataFolder: folder.path, password, isThrowaway: true })
  process.env.NETSPLIT_TEST_DATABASE_URL = server.url
  return async () => {
    delete process.env.NETSPLIT_TEST_DATABASE_URL
    await server.stop()
    await folder.remove()
  }
}
