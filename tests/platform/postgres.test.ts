/** The embedded PostgreSQL: it keeps data, keeps to this machine and never outlives us. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { requireDatabase } from '../../scripts/postgres/external.ts'
import { type PostgresServer, startPostgres } from '../../scripts/postgres/server.ts'
import { processIdentity } from '../../scripts/process/process-identity.ts'
import { type ThrowawayFolder, throwawayFolder } from '../support/throwaway-folder.ts'

const PASSWORD = 'a/pass:word?with@marks'
const PATIENCE = { timeout: 60_000, interval: 50 }

let folder: ThrowawayFolder
let stops: (() => Promise<void>)[]

beforeEach(async () => {
  folder = await throwawayFolder()
  stops = []
})
afterEach(async () => {
  for (const stop of stops) await stop()
  await folder.remove()
})

async function start(isThrowaway = false): Promise<PostgresServer> {
  const server = await startPostgres({ dataFolder: folder.path, password: PASSWORD, isThrowaway })
  stops.push(server.stop)
  return server
}

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

async function serverPid(): Promise<number> {
  const text = await readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8')
  return Number.parseInt(text, 10)
}

/** Another process that starts the server; `ready` says that it runs. */
async function startElsewhere(): Promise<ChildProcess> {
  const script = `
    import { startPostgres } from './scripts/postgres/server.ts'
    await startPostgres(${JSON.stringify({ dataFolder: folder.path, password: PASSWORD })})
    console.log('ready')
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

test('keeps what was written, and sorts alike on every machine', async () => {
  const first = await start()
  await query(
    first.url,
    "create table word (text text); insert into word values ('b'), ('B'), ('a')",
  )
  await first.stop()
  const second = await start()
  const { rows } = await query(second.url, 'select text from word order by text')
  expect(rows.map(({ text }) => text as string)).toEqual(['B', 'a', 'b'])
  const { rows: sessions } = await query(second.url, 'select inet_server_addr()::text as address')
  expect(sessions).toEqual([{ address: '127.0.0.1/32' }])
  expect(second.stoppedLeftover).toBe(false)
})

test('lets nobody in without the password', async () => {
  const url = new URL((await start(true)).url)
  url.password = 'wrong'
  await expect(requireDatabase(url.href)).rejects.toThrow(/password authentication failed/)
})

test('stops when the process that started it is killed', async () => {
  const owner = await startElsewhere()
  const pid = await serverPid()
  owner.kill('SIGKILL')
  await vi.waitFor(() => expect(processIdentity(pid)).toBeUndefined(), PATIENCE)
  expect(existsSync(join(folder.path, 'postgres/data/postmaster.pid'))).toBe(false)
})

test('that outlived its guard is found and stopped by the next start', async () => {
  const owner = await startElsewhere()
  const pid = await serverPid()
  const guard = Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)]).stdout)
  const watchers = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([child, parent]) => parent === guard && child !== pid)
  for (const [watcher] of watchers) if (watcher !== undefined) process.kill(watcher, 'SIGKILL')
  process.kill(guard, 'SIGKILL')
  owner.kill('SIGKILL')
  expect(processIdentity(pid)).toBeDefined()
  const next = await start()
  expect(next.stoppedLeftover).toBe(true)
  expect(processIdentity(pid)).toBeUndefined()
})

test('a first start that was interrupted leaves nothing in the way', async () => {
  await mkdir(join(folder.path, 'postgres/data.new/base'), { recursive: true })
  await writeFile(join(folder.path, 'postgres/data.new/PG_VERSION'), '18\n')
  const { url } = await start(true)
  expect((await query(url, 'select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a database that cannot be used is named with the reason, never with the password', async () => {
  const refused = 'postgresql://netsplit:hunter2@127.0.0.1:1/course'
  const message = await requireDatabase(refused).catch((thrown: Error) => thrown.message)
  expect(message).toMatch(
    /^cannot use the database of DATABASE_URL \(127\.0\.0\.1:1\/course\): nothing/,
  )
  expect(message).not.toContain('hunter2')
  await expect(requireDatabase('mysql://x@y/z')).rejects.toThrow(/is no PostgreSQL address/)
})
