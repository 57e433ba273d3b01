/**
 * An empty database for a test: on a PostgreSQL of its own, or on the server that
 * NETSPLIT_TEST_DATABASE_URL names (its user must be allowed to create databases).
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from '../../scripts/postgres/server.ts'
import { throwawayFolder } from './throwaway-folder.ts'

export interface TestDatabase {
  readonly url: string
  /** Removes it and all that is in it. */
  remove(): Promise<void>
}

/** Makes the database; call `remove` when the tests are done. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const shared = process.env.NETSPLIT_TEST_DATABASE_URL
  if (shared !== undefined && shared !== '') return databaseOn(shared)
  return startTestServer()
}

/** A PostgreSQL of its own, with one empty database. */
export async function startTestServer(): Promise<TestDatabase> {
  const folder = await throwawayFolder()
  const password = randomBytes(16).toString('hex')
  const server = await startPostgres({ dataFolder: folder.path, password, isThrowaway: true })
  const remove = async () => {
    await server.stop()
    await folder.remove()
  }
  return { url: server.url, remove }
}

/** One more empty database on the server of this address. */
export async function databaseOn(serverUrl: string): Promise<TestDatabase> {
  const name = `netsplit_test_${randomBytes(8).toString('hex')}`
  await runOn(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    remove: () => runOn(serverUrl, `drop database ${name} with (force)`),
  }
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
