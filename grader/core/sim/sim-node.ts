/** What the simulator keeps about one node; the learner's instance itself lives in the host. */
import type { Json, Micros, NodeId } from '../trace/event.ts'
import { Clock } from './clock.ts'
import { Disk, type DiskLoss } from './disk.ts'
import type { Effect } from './effect.ts'
import type { Happening } from './happening.ts'
import type { CrashMoment, UnsyncedWrites } from './nemesis.ts'
import { Prng } from './prng.ts'

/** A crash, and when it is to fall. */
export interface ArmedCrash {
  readonly moment: CrashMoment
  readonly unsynced: UnsyncedWrites
  readonly downMicros: Micros | null
}

/** True when the crash falls before the effect of this index, `before` being the one ahead of it. */
export function fallsHere(
  { moment }: ArmedCrash,
  index: number,
  before: Effect | undefined,
): boolean {
  if (moment.kind === 'after-send') {
    return before?.kind === 'send' && before.body.includes(moment.containing)
  }
  return moment.kind === 'now' || index >= moment.afterEffects
}

export class SimNode {
  readonly id: NodeId
  readonly disk = new Disk()
  readonly clock = new Clock()
  /** Seeds for instances and disk faults. */
  readonly prng: Prng
  isUp = false
  isPaused = false
  incarnation = 0
  armedCrash: ArmedCrash | undefined
  /** What was due while the node was paused, in order. */
  readonly waiting: Happening[] = []
  readonly #timers = new Map<string, number>()
  readonly #shown = new Map<string, { readonly value: Json; readonly order: number }>()

  constructor(id: NodeId, seed: number) {
    this.id = id
    this.prng = new Prng(seed, `node ${id}`)
  }

  /** Starts or restarts the timer; only the newest token of a name will fire. */
  setTimer(name: string, token: number): void {
    this.#timers.set(name, token)
  }

  get timerCount(): number {
    return this.#timers.size
  }

  cancelTimer(name: string): void {
    this.#timers.delete(name)
  }

  /** True when this firing is still wanted; the timer is then spent. */
  takeTimer(name: string, token: number): boolean {
    if (this.#timers.get(name) !== token) return false
    this.#timers.delete(name)
    return true
  }

  /** Remembers watched fields; `order` grows over the run. */
  show(fields: { readonly [name: string]: Json }, order: number): void {
    for (const [name, value] of Object.entries(fields)) this.#shown.set(name, { value, order })
  }

  /** When the node last came to show `value`, or -1 when it does not show it now. */
  showsSince(field: string, value: string): number {
    const shown = this.#shown.get(field)
    if (shown === undefined) return -1
    const text = typeof shown.value === 'string' ? shown.value : JSON.stringify(shown.value)
    return text === value ? shown.order : -1
  }

  /** Forgets all that was in memory, and what the disk loses. */
  crash(unsynced: UnsyncedWrites): DiskLoss {
    this.isUp = false
    this.isPaused = false
    this.armedCrash = undefined
    this.waiting.length = 0
    this.#timers.clear()
    this.#shown.clear()
    return this.disk.crash(unsynced, this.prng)
  }

  /** Simulated time until a timer of `delayMicros` on this node's clock fires. */
  realDelay(delayMicros: Micros): Micros {
    return this.clock.realDelay(delayMicros)
  }
}
