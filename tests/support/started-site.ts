/** The real `npm start`, with a port and a data folder of its own, for tests of the whole. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from '../../scripts/state/paths.ts'
import { freePort } from '../../scripts/state/port.ts'

export interface StartedSite {
  readonly url: string
  readonly process: ChildProcess
  /** All that it printed so far. */
  output(): string
  /** Resolves when it has printed this; rejects with its output when it ends before. */
  printed(text: string): Promise<void>
  /** Asks it to stop and waits; returns its exit code. */
  stop(): Promise<number | null>
}

export interface StartOptions {
  readonly dataFolder: string
  readonly port?: number
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs scripts/start.ts; returns at once. */
export async function startSite(options: StartOptions): Promise<StartedSite> {
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: {
      ...withoutTestMarks(process.env),
      DATABASE_URL: '',
      NETSPLIT_URL: '',
      HOST: '',
      PORT: String(port),
      NETSPLIT_DATA_DIR: options.dataFolder,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      child.emit('printed')
    })
  }
  return {
    url: `http://localhost:${port}`,
    process: child,
    output: () => output,
    printed: (text) => waitFor(child, () => output, text),
    stop: () => stopSite(child),
  }
}

/** Some libraries check less when they see that a test runs; the site is to be the real one. */
function withoutTestMarks(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(TEST|VITEST)/.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}

function waitFor(child: ChildProcess, output: () => string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (output().includes(text)) finish(resolve)
    }
    const fail = () =>
      finish(() => reject(new Error(`it ended before it printed “${text}”:\n${output()}`)))
    const finish = (settle: () => void) => {
      child.off('printed', look)
      child.off('close', fail)
      settle()
    }
    child.on('printed', look)
    child.on('close', fail)
    look()
    if (child.exitCode !== null) fail()
  })
}

async function stopSite(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
  return child.exitCode
}
