/** The web process: Next's production server. */
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from '../process/child.ts'
import { ROOT } from '../state/paths.ts'
import type { Address } from '../state/port.ts'
import { complain, UserError } from '../terminal.ts'

export interface WebOptions {
  readonly address: Address
  readonly environment: NodeJS.ProcessEnv
  readonly dataFolder: string
}

const START_MS_MAX = 60_000
const POLL_MS = 50

/** Open event streams keep Next from ending; there is nothing in it worth waiting for. */
const PATIENCE_MS = 2_000

export interface WebProcess {
  readonly child: Child
  /** Settles when it accepts connections; throws when it ends before that. */
  readonly ready: Promise<void>
}

/** Starts the site. Its banner and other chat go to the log file only. */
export function startWeb({ address, environment, dataFolder }: WebOptions): WebProcess {
  let isReady = false
  const early: string[] = []
  const child = startChild({
    name: 'web',
    nodeArguments: [
      '--import',
      './scripts/process/exit-with-parent.ts',
      join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'),
      'start',
      '--hostname',
      address.host,
      '--port',
      String(address.port),
    ],
    environment,
    dataFolder,
    patienceMs: PATIENCE_MS,
    onLine: (line, output) => {
      if (!isReady) early.push(line)
      else if (output === 'stderr') complain(`web: ${line}`)
    },
  })
  const ready = untilListening(address, child).then(
    () => {
      isReady = true
    },
    (thrown: unknown) => {
      for (const line of early) complain(`web: ${line}`)
      throw thrown
    },
  )
  return { child, ready }
}

async function untilListening(address: Address, child: Child): Promise<void> {
  let how: string | undefined
  void child.ended.then((text) => {
    how = text
  })
  const deadline = performance.now() + START_MS_MAX
  while (how === undefined) {
    if (await accepts(address)) return
    if (performance.now() > deadline) throw new UserError('the site did not start within a minute')
    await sleep(POLL_MS)
  }
  throw new UserError(`the site ended at its start (${how}); its last lines are above`)
}

function accepts({ host, port }: Address): Promise<boolean> {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return new Promise((resolve) => {
    const socket = connect({ host: reachable, port })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
