/** `npm start` as a whole: what it says when it cannot start, and what it leaves when it ends. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { processIdentity } from '../../scripts/process/process-identity.ts'
import { freePort } from '../../scripts/state/port.ts'
import { type StartedSite, type StartOptions, startSite } from '../support/started-site.ts'
import { type ThrowawayFolder, throwawayFolder } from '../support/throwaway-folder.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }

let folder: ThrowawayFolder
let sites: StartedSite[]

beforeEach(async () => {
  folder = await throwawayFolder()
  sites = []
})
afterEach(async () => {
  for (const site of sites) await site.stop()
  await folder.remove()
})

async function start(options: Partial<StartOptions> = {}): Promise<StartedSite> {
  const site = await startSite({ dataFolder: folder.path, ...options })
  sites.push(site)
  return site
}

async function startedSite(): Promise<StartedSite> {
  const site = await start()
  await site.printed('Netsplit is at')
  await site.printed('The grader is ready')
  return site
}

/** What a start that cannot go on prints, and its exit code. */
async function refusal(options: Partial<StartOptions>): Promise<string> {
  const site = await start(options)
  await once(site.process, 'close')
  expect(site.process.exitCode).toBe(1)
  return site.output().trim()
}

/** The identities of all processes that this one started, and those that they started. */
function descendants(pid: number | undefined): readonly { pid: number; identity: string }[] {
  const pairs = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found: number[] = []
  const below = [pid]
  for (const parent of below) {
    for (const [child, its] of pairs) if (its === parent && child !== undefined) below.push(child)
  }
  for (const child of below.slice(1)) if (child !== undefined) found.push(child)
  return found.flatMap((child) => {
    const identity = processIdentity(child)
    return identity === undefined ? [] : [{ pid: child, identity }]
  })
}

function stillRunning(
  before: readonly { pid: number; identity: string }[],
): readonly { pid: number; identity: string }[] {
  return before.filter(({ pid, identity }) => processIdentity(pid) === identity)
}

describe('a start', () => {
  test('serves, and stops everything on SIGTERM', async () => {
    const site = await startedSite()
    const response = await fetch(`${site.url}/learn`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(response.headers.get('x-powered-by')).toBeNull()
    const started = descendants(site.process.pid)
    expect(started.length).toBeGreaterThanOrEqual(3)
    expect(await site.stop()).toBe(0)
    expect(stillRunning(started)).toEqual([])
  })

  test('that is killed leaves nothing running, and the next one starts', async () => {
    const killed = await startedSite()
    const started = descendants(killed.process.pid)
    killed.process.kill('SIGKILL')
    await once(killed.process, 'close')
    await vi.waitFor(() => expect(stillRunning(started)).toEqual([]), PATIENCE)
    const next = await startedSite()
    expect((await fetch(`${next.url}/learn`)).status).toBe(200)
  })

  test('starts a grader again that died', async () => {
    const site = await startedSite()
    const grader = descendants(site.process.pid).find(({ pid }) =>
      spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
        'grader/host/main.ts',
      ),
    )
    if (grader === undefined) throw new Error('there is a grader')
    process.kill(grader.pid, 'SIGKILL')
    await site.printed('The grader ended (signal SIGKILL); starting it again in 1 s.')
    await vi.waitFor(
      () => expect(site.output().split('The grader is ready').length).toBe(3),
      PATIENCE,
    )
  })

  test('on a data folder in use is refused in one line', async () => {
    const first = await start()
    await first.printed('PostgreSQL is running')
    expect(await refusal({})).toMatch(
      /^netsplit: Netsplit already runs on the data folder \S+ \(process \d+\): stop it first.*$/,
    )
  })
})

describe('a start that cannot be', () => {
  test('for a busy port says so before anything is built', async () => {
    const port = await freePort()
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen({ host: '127.0.0.1', port }, resolve)
    })
    const output = await refusal({ port })
    expect(output).toMatch(new RegExp(`^netsplit: port ${port} is in use: .*PORT=\\d+ npm start$`))
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })

  test('for a wrong DATABASE_URL names host, database and reason in one line', async () => {
    const environment = { DATABASE_URL: 'postgresql://netsplit:hunter2@127.0.0.1:1/course' }
    const output = await refusal({ environment })
    expect(output).toMatch(
      /^netsplit: cannot use the database .*127\.0\.0\.1:1\/course.*nothing.*$/,
    )
    expect(output).not.toContain('hunter2')
  })

  test('for a data folder that cannot be written to says so in one line', async () => {
    const output = await refusal({ dataFolder: '/dev/null/netsplit' })
    expect(output).toMatch(/^netsplit: cannot write to the data folder \/dev\/null\/netsplit .*$/)
  })
})
