/** When a worker is killed; the clock is the number of looks. */
import { describe, expect, it } from 'vitest'
import { endOf } from '#host/sandbox/sandbox-process.ts'
import { type Alarm, LIMITS, Watchdog } from '#host/sandbox/watchdog.ts'

const MEGABYTE = 1_048_576

/** Looks until the alarm; `cpuShare` is how much of the time the worker computes. */
function silenceUntilAlarm(cpuShare: number): { alarm: Alarm | undefined; afterMs: number } {
  const watchdog = new Watchdog()
  for (let ms = LIMITS.tickMs; ms <= 60_000; ms += LIMITS.tickMs) {
    const usage = { residentBytes: 80 * MEGABYTE, cpuMs: ms * cpuShare }
    const alarm = watchdog.tick(usage, ms === LIMITS.tickMs)
    if (alarm !== undefined) return { alarm, afterMs: ms }
  }
  return { alarm: undefined, afterMs: 60_000 }
}

describe('the watchdog', () => {
  it('ends a worker that computes and says nothing', () => {
    expect(silenceUntilAlarm(1)).toEqual({
      alarm: 'silence',
      afterMs: LIMITS.silenceMs + LIMITS.tickMs,
    })
  })

  it('gives a worker more time when the machine gives it little', () => {
    const { alarm, afterMs } = silenceUntilAlarm(0.2)
    expect(alarm).toBe('silence')
    expect(afterMs).toBeGreaterThan(LIMITS.silenceMs * 2)
  })

  it('does not blame the code when the worker does nothing', () => {
    expect(silenceUntilAlarm(0).alarm).toBe('stall')
  })

  it('goes by the clock where the system tells nothing', () => {
    const watchdog = new Watchdog()
    const alarms = Array.from({ length: 100 }, () => watchdog.tick(undefined, false))
    expect(alarms.indexOf('silence')).toBe(LIMITS.silenceMs / LIMITS.tickMs - 1)
  })

  it('lets a worker live that goes on talking', () => {
    const watchdog = new Watchdog()
    const usage = { residentBytes: 80 * MEGABYTE, cpuMs: 0 }
    for (let look = 0; look < 5_000; look++) expect(watchdog.tick(usage, true)).toBeUndefined()
  })

  it('takes the silence of a full heap for a want of memory', () => {
    const watchdog = new Watchdog()
    const alarms = Array.from({ length: 101 }, (_, look) =>
      watchdog.tick(
        { residentBytes: (80 + look) * MEGABYTE, cpuMs: look * LIMITS.tickMs },
        look === 0,
      ),
    )
    expect(alarms.at(-1)).toBe('memory')
  })

  it('ends a worker that holds too much memory', () => {
    const usage = { residentBytes: LIMITS.residentBytes + 1, cpuMs: 0 }
    expect(new Watchdog().tick(usage, true)).toBe('memory')
  })
})

describe('the end of a worker', () => {
  it.each([
    [undefined, 134, null, 'memory-limit'],
    [undefined, null, 'SIGABRT', 'memory-limit'],
    [undefined, 152, null, 'time-limit'],
    [undefined, null, 'SIGXCPU', 'time-limit'],
    [undefined, 139, null, 'our-fault'],
    [undefined, null, 'SIGSEGV', 'our-fault'],
    [undefined, null, 'SIGKILL', 'our-fault'],
    [undefined, 0, null, 'our-fault'],
    ['memory', null, 'SIGKILL', 'memory-limit'],
    ['silence', 137, null, 'time-limit'],
    ['stall', 137, null, 'our-fault'],
  ] as const)('after alarm %s with code %s and signal %s is %s', (alarm, code, signal, kind) => {
    expect(endOf(alarm, { code, signal }, '').kind).toBe(kind)
  })
})
