/** What a timeout costs, over many seeds: false suspicions, and time to notice a crash. */
import type { TimeoutPlotFigure } from '#content/schema/figure-measured.ts'
import { simulate } from '../simulate.ts'

export interface TimeoutPoint {
  readonly weather: string
  readonly timeoutMs: number
  /** Mean over the seeds, of runs in which nothing crashed. */
  readonly falseSuspicions: number
  /** Mean over the seeds that noticed the crash; undefined when none did. */
  readonly detectedAfterMs: number | undefined
  /** Seeds in which the crash was not noticed before the end. */
  readonly unnoticed: number
}

/** One point of the plot: twice as many runs as seeds. */
export function measureTimeout(
  figure: TimeoutPlotFigure,
  weather: string,
  timeoutMs: number,
): TimeoutPoint {
  let suspicions = 0
  const noticed: number[] = []
  for (let seed = 1; seed <= figure.seedCount; seed += 1) {
    const measured = (crash: 'crash' | 'no crash') => {
      const scenario = figure.scenario({ timeoutMs, weather, crash })
      return figure.measure(simulate(figure.node, scenario, seed).trace)
    }
    suspicions += measured('no crash').falseSuspicions
    const { detectedAfterMs } = measured('crash')
    if (detectedAfterMs !== undefined) noticed.push(detectedAfterMs)
  }
  const { seedCount } = figure
  return {
    weather,
    timeoutMs,
    falseSuspicions: Math.round((10 * suspicions) / seedCount) / 10,
    detectedAfterMs:
      noticed.length === 0
        ? undefined
        : Math.round(noticed.reduce((sum, ms) => sum + ms, 0) / noticed.length),
    unnoticed: seedCount - noticed.length,
  }
}
