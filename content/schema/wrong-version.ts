/** What a page shows of a known-wrong solution: the run that breaks it, without its code. */
export interface WrongVersion {
  readonly checkTitle: string
  readonly seed: number
  /** What should have held, as one sentence. */
  readonly claim: string
  /** One sentence with the names and numbers of the run. */
  readonly what: string
  readonly ask: string
  readonly steps: readonly {
    readonly event: number
    readonly atMicros: number
    readonly text: string
  }[]
  /** The event at which it broke. */
  readonly event: number
  /** Where the trace is, below the site's root; its text is that of core's `encodeTrace`. */
  readonly trace: string
}

/** By `lab/step/mutant`. */
export type WrongVersions = Readonly<Record<string, WrongVersion>>
