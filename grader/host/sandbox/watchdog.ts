/**
 * Decides from outside when a worker must be killed: learner code can stop everything
 * inside its process, so nothing inside is asked.
 *
 * Silence is counted in ticks of our own timer and weighed with the worker's CPU time.
 * A machine that sleeps, or is busy with others, then takes no time from a learner.
 */
import type { Usage } from './process-tree.ts'

export const LIMITS = {
  /** Between two looks at the worker. */
  tickMs: 20,
  /** No byte for this long while the worker computes: the code does not return. */
  silenceMs: 2_000,
  /** How much of that silence must be computing. */
  silenceCpuMs: 1_000,
  /** No byte for this long, whatever the worker does: something of ours is stuck. */
  stallMs: 15_000,
  residentBytes: 384 * 1_048_576,
  /**
   * Growth with which a silence is one of a collector that finds nothing to free: about
   * the memory of an isolate, more than a busy loop leaves lying about.
   */
  thrashBytes: 60 * 1_048_576,
  /** The tape of one run, in UTF-16 units; an honest one takes a tenth of a million. */
  tapeLength: 32 * 1_048_576,
  /** CPU time of a whole job, kept by the kernel. */
  cpuSeconds: 40,
  /** A whole job, for everything that the limits above do not see. */
  jobMs: 180_000,
} as const

/** Why a worker is killed. */
export type Alarm = 'silence' | 'memory' | 'stall'

export class Watchdog {
  #ticks = 0
  #quietTicks = 0
  #cpuMsAtLastByte = 0
  #residentBytesAtStart: number | undefined

  /**
   * Looks at the worker once every `tickMs`.
   * @param usage of the worker's processes; undefined where the system does not tell
   * @param heard whether the tape grew since the last look
   */
  tick(usage: Usage | undefined, heard: boolean): Alarm | undefined {
    this.#ticks++
    this.#quietTicks = heard ? 0 : this.#quietTicks + 1
    if (heard) this.#cpuMsAtLastByte = usage?.cpuMs ?? 0
    this.#residentBytesAtStart ??= usage?.residentBytes
    if (usage !== undefined && usage.residentBytes > LIMITS.residentBytes) return 'memory'
    const quietMs = this.#quietTicks * LIMITS.tickMs
    if (quietMs >= LIMITS.silenceMs && this.#computes(usage)) {
      return this.#grownBytes(usage) >= LIMITS.thrashBytes ? 'memory' : 'silence'
    }
    const isStuck = quietMs >= LIMITS.stallMs || this.#ticks * LIMITS.tickMs >= LIMITS.jobMs
    return isStuck ? 'stall' : undefined
  }

  #grownBytes(usage: Usage | undefined): number {
    return (usage?.residentBytes ?? 0) - (this.#residentBytesAtStart ?? 0)
  }

  #computes(usage: Usage | undefined): boolean {
    return usage === undefined || usage.cpuMs - this.#cpuMsAtLastByte >= LIMITS.silenceCpuMs
  }
}
