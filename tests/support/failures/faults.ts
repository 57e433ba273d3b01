/** The faults of a drill: what is struck, and in which phase of a submission. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { commandLineOf } from '../../../scripts/process/process-identity.ts'
import {
  childrenOf,
  descendantsOf,
  type Kept,
  type KeptPostgres,
  killQuietly,
} from './processes.ts'
import type { Moment, Phase, Proxy } from './proxy.ts'

export type Victim =
  | 'worker'
  | 'grader'
  | 'web'
  | 'postgres'
  | 'connection'
  | 'all connections'
  | 'disk'

export interface Fault {
  readonly victim: Victim
  readonly phase: Phase
}

const OF_GRADER = ['taken', 'running', 'recording', 'recorded'] as const
const OF_WEB = ['submitting', 'accepted'] as const

/** One round: every victim in every phase that it has. */
export const FAULTS: readonly Fault[] = interleave([
  OF_GRADER.map((phase) => ({ victim: 'grader', phase })),
  OF_WEB.map((phase) => ({ victim: 'web', phase })),
  [...OF_GRADER, ...OF_WEB].map((phase) => ({ victim: 'postgres', phase })),
  [...OF_GRADER, ...OF_WEB].map((phase) => ({ victim: 'connection', phase })),
  [{ victim: 'worker', phase: 'running' }],
  [{ victim: 'all connections', phase: 'running' }],
  [
    { victim: 'disk', phase: 'recording' },
    { victim: 'disk', phase: 'submitting' },
  ],
])

/** Takes from each list in turn, so that a short drill has some of each. */
function interleave(lists: readonly (readonly Fault[])[]): readonly Fault[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}

export interface Scene {
  readonly graders: ReadonlyMap<string, Kept>
  readonly web: Kept
  readonly postgres: KeptPostgres
  readonly proxy: Proxy
}

/**
 * Strikes. The words of the moment are kept back where the victim is to die before it has
 * said them. @returns whether they are, and when all is up again
 */
export function strike(
  { victim }: Fault,
  { who, cut }: Moment,
  scene: Scene,
): { readonly isSilenced: boolean; readonly mended: Promise<void> } {
  const done = Promise.resolve()
  switch (victim) {
    case 'grader':
      scene.graders.get(who)?.kill()
      return { isSilenced: true, mended: done }
    case 'web':
      scene.web.kill()
      return { isSilenced: true, mended: done }
    case 'connection':
      cut()
      return { isSilenced: true, mended: done }
    case 'worker':
      for (const pid of workersOf(scene.graders.get(who)?.pid ?? 0)) killQuietly(pid)
      return { isSilenced: false, mended: done }
    case 'all connections':
      return { isSilenced: false, mended: endSessions(scene.postgres.url()) }
    case 'postgres':
      return { isSilenced: true, mended: restart(scene) }
    case 'disk':
      return {
        isSilenced: false,
        mended: scene.postgres.fillDisk().then(() => afterPanic(scene)),
      }
  }
}

/** The compiler is a child of a grader too, and is none of its workers. */
function workersOf(grader: number): readonly number[] {
  return childrenOf(grader)
    .filter((pid) => /bwrap|worker\.cjs/.test(commandLineOf(pid)))
    .flatMap((pid) => [pid, ...descendantsOf(pid)])
}

async function endSessions(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  await client.end()
}

async function restart({ postgres, proxy }: Scene): Promise<void> {
  await postgres.killAndStart()
  proxy.target = postgres.port()
}

const FULL_MS = 1_000

/** It stays full for a while, in which all that is tried must fail without harm. */
async function afterPanic(scene: Scene): Promise<void> {
  await sleep(FULL_MS)
  await restart(scene)
}
