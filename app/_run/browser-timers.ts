/** Time as the browser tells it, for whoever watches over a run. */
import type { Timers } from './silence-watch.ts'

export const BROWSER_TIMERS: Timers = {
  set: (run, delayMs) => window.setTimeout(run, delayMs),
  clear: (timer) => window.clearTimeout(timer),
  now: () => performance.now(),
}
