/**
 * The end of a command: what has been started is stopped in the opposite order, whether a
 * signal, an error or nothing more to do was the reason.
 */
import { complain, messageOf, say } from '../terminal.ts'

export interface Shutdown {
  /** Adds something to stop. What is added last is stopped first. */
  onStop(stop: () => Promise<void>): void
  /** Settles at the first Ctrl-C, SIGTERM, closed terminal or end of our parent. */
  readonly requested: Promise<'requested'>
}

/** A Ctrl-C reaches us from the terminal and again from our parent: these are one. */
const SAME_REQUEST_MS = 1_000

const PARENT_POLL_MS = 500

/**
 * Runs `work` until it ends or a signal comes, then stops everything. Signals are watched
 * before `work` starts anything. Returns the result of `work`, or 0 after a signal.
 */
export async function withShutdown(work: (shutdown: Shutdown) => Promise<number>): Promise<number> {
  const stops: (() => Promise<void>)[] = []
  const requested = watchSignals()
  const onStop = (stop: () => Promise<void>) => stops.push(stop)
  try {
    const working = work({ onStop, requested })
    const outcome = await Promise.race([working, requested])
    // What `work` still throws while it is being stopped is of no interest.
    working.catch(() => {})
    if (outcome === 'requested') say('Stopping …')
    return outcome === 'requested' ? 0 : outcome
  } finally {
    for (const stop of stops.toReversed()) {
      await stop().catch((thrown: unknown) => complain(`while stopping: ${messageOf(thrown)}`))
    }
  }
}

function watchSignals(): Promise<'requested'> {
  return new Promise((resolve) => {
    let firstMs: number | undefined
    const onSignal = () => {
      firstMs ??= performance.now()
      resolve('requested')
      // Asked again, by somebody who does not want to wait. All that we started notices.
      if (performance.now() - firstMs > SAME_REQUEST_MS) process.exit(1)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) resolve('requested')
    }, PARENT_POLL_MS).unref()
  })
}
