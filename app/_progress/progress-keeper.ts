/**
 * Keeps a reader's progress in the browser and, for whoever the server knows, there as well. What
 * the server has not got yet waits in the browser and is sent by the next page.
 */
import { type KeptProgress, readKept, writeKept } from './local-progress.ts'
import { mergeProgress, type Progress, type Signal, withSignal } from './progress.ts'

/** What the server knew when it made the page. */
export interface KnownProgress {
  /** Undefined for a stranger, whose progress stays in the browser. */
  readonly ownerId: string | undefined
  readonly lessons: Progress
}

/** What the keeper needs of the world; tests pass their own. */
export interface KeeperWorld {
  readonly read: () => KeptProgress
  readonly write: (kept: KeptProgress) => void
  readonly send: (lessons: Progress) => Promise<void>
  /** ISO 8601. */
  readonly now: () => string
  /** Calls back after a while. */
  readonly later: (run: () => void) => void
}

export class ProgressKeeper {
  readonly #world: KeeperWorld
  #ownerId: string | null = null
  #lessons: Progress = {}
  #unsent = new Set<string>()
  #waits = false
  readonly #listeners = new Set<(lessons: Progress) => void>()

  constructor(world: KeeperWorld) {
    this.#world = world
  }

  /** Joins what the server knew with what the browser keeps for the same reader. */
  open({ ownerId, lessons }: KnownProgress): Progress {
    const owner = ownerId ?? null
    if (owner !== this.#ownerId) this.#unsent.clear()
    this.#ownerId = owner
    const own = this.#ownKept()
    this.#lessons = mergeProgress(lessons, own)
    this.#world.write({ ownerId: owner, lessons: this.#lessons })
    for (const slug of Object.keys(own)) {
      if (!isSame(this.#lessons[slug], lessons[slug])) this.#unsent.add(slug)
    }
    this.#sendLater()
    return this.#lessons
  }

  record(slug: string, signal: Signal): void {
    // Another tab may have written in the meantime.
    const lessons = mergeProgress(this.#lessons, this.#ownKept())
    const lesson = withSignal(lessons[slug], signal, this.#world.now())
    this.#lessons = { ...lessons, [slug]: lesson }
    this.#world.write({ ownerId: this.#ownerId, lessons: this.#lessons })
    this.#unsent.add(slug)
    this.#sendLater()
    for (const listener of this.#listeners) listener(this.#lessons)
  }

  /** @returns what ends it */
  subscribe(listener: (lessons: Progress) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Sends what waits; also called when the page is left. */
  flush(): void {
    if (this.#ownerId === null || this.#unsent.size === 0) return
    const slugs = [...this.#unsent]
    this.#unsent.clear()
    const lessons = Object.fromEntries(
      slugs.flatMap((slug) => {
        const lesson = this.#lessons[slug]
        return lesson === undefined ? [] : [[slug, lesson] as const]
      }),
    )
    this.#world.send(lessons).catch(() => {
      // It is kept in the browser, and the next page or signal sends it again.
      for (const slug of slugs) this.#unsent.add(slug)
    })
  }

  /** What a stranger did becomes the reader's; what another reader did does not. */
  #ownKept(): Progress {
    const kept = this.#world.read()
    return kept.ownerId === null || kept.ownerId === this.#ownerId ? kept.lessons : {}
  }

  #sendLater(): void {
    if (this.#waits || this.#ownerId === null || this.#unsent.size === 0) return
    this.#waits = true
    this.#world.later(() => {
      this.#waits = false
      this.flush()
    })
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

/** Keys in one order, whoever wrote the object. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const SEND_AFTER_MS = 1_500

/** The one of this page. */
export const keeper = new ProgressKeeper({
  read: readKept,
  write: writeKept,
  send: async (lessons) => {
    const response = await fetch('/api/progress', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lessons }),
      // It ends even if the page does not live so long.
      keepalive: true,
    })
    if (!response.ok) throw new Error(`Progress was not stored: ${response.status}.`)
  },
  now: () => new Date().toISOString(),
  later: (run) => {
    setTimeout(run, SEND_AFTER_MS)
  },
})
