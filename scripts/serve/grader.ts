/**
 * The grader process, kept alive: a submission that it was judging when it died is judged
 * again, so it is started anew, a little later each time while it keeps failing.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from '../process/child.ts'
import { complain } from '../terminal.ts'

export interface GraderOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly dataFolder: string
  /** Called each time that it has become ready for jobs. */
  readonly onReady: () => void
}

export interface KeptGrader {
  /** Stops it for good. */
  stop(): Promise<void>
}

const PATIENCE_MS = 5_000
const PAUSE_MS_MIN = 1_000
const PAUSE_MS_MAX = 30_000

/** After this long without trouble the pauses start from the shortest again. */
const STEADY_MS = 60_000

/** Of all that it says before it is ready, the operator should see what does not protect. */
const MISSING_LAYER = /^sandbox: off/

/** What the grader prints when it takes jobs. */
const READY_LINE = 'grader ready'

/** Starts the grader, and again whenever it ends by itself. */
export function keepGrader(options: GraderOptions): KeptGrader {
  const stopping = new AbortController()
  let current: Child | undefined
  const keep = async () => {
    let pauseMs = PAUSE_MS_MIN
    while (!stopping.signal.aborted) {
      const startMs = performance.now()
      current = startOnce(options)
      const how = await current.ended
      if (stopping.signal.aborted) return
      if (performance.now() - startMs > STEADY_MS) pauseMs = PAUSE_MS_MIN
      complain(`The grader ended (${how}); starting it again in ${pauseMs / 1000} s.`)
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX)
    }
  }
  const kept = keep()
  const stop = async () => {
    stopping.abort()
    await current?.stop()
    await kept
  }
  return { stop }
}

function startOnce({ environment, dataFolder, onReady }: GraderOptions): Child {
  let isReady = false
  const early: string[] = []
  const onLine = (line: string) => {
    if (line.trim() === READY_LINE) {
      isReady = true
      onReady()
    } else if (isReady || MISSING_LAYER.test(line)) complain(`grader: ${line}`)
    else early.push(line)
  }
  const child = startChild({
    name: 'grader',
    // isolated-vm asks for this flag.
    nodeArguments: ['--no-node-snapshot', 'grader/host/main.ts'],
    environment,
    dataFolder,
    patienceMs: PATIENCE_MS,
    onLine,
  })
  void child.ended.then(() => {
    if (!isReady) for (const line of early) complain(`grader: ${line}`)
  })
  return child
}
