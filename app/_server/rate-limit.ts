/**
 * How often something may be done: a bucket of tokens for each key, refilled with time. It
 * is kept in memory, so each web process allows this much: the bound is on floods, not on
 * people, who stay far below it.
 */
import 'server-only'

export interface RateLimitOptions {
  /** Tokens of a full bucket: how many may come at once. */
  readonly burst: number
  readonly perMinute: number
  /** Milliseconds of a clock that never goes back; tests pass their own. */
  readonly nowMs?: () => number
}

/** Keys remembered at most; whoever is forgotten has a full bucket again. */
const KEYS_MAX = 10_000
const MS_PER_MINUTE = 60_000

interface Bucket {
  readonly tokens: number
  readonly atMs: number
}

export class RateLimit {
  readonly #options: Required<RateLimitOptions>
  /** In the order of their last use. */
  readonly #buckets = new Map<string, Bucket>()

  constructor(options: RateLimitOptions) {
    this.#options = { nowMs: () => performance.now(), ...options }
  }

  /** Takes a token of this key; false when there is none left. */
  take(key: string): boolean {
    const { burst, perMinute, nowMs } = this.#options
    const atMs = nowMs()
    const bucket = this.#buckets.get(key) ?? { tokens: burst, atMs }
    const refill = ((atMs - bucket.atMs) / MS_PER_MINUTE) * perMinute
    const tokens = Math.min(burst, bucket.tokens + refill)
    const isGiven = tokens >= 1
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: isGiven ? tokens - 1 : tokens, atMs })
    this.#forget()
    return isGiven
  }

  #forget(): void {
    if (this.#buckets.size <= KEYS_MAX) return
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}
