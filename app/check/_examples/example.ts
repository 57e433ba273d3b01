/** What an example is: a small history with one thing to see in it. */
export interface Example {
  readonly id: string
  readonly title: string
  /** What happens in it, in one sentence. */
  readonly summary: string
  readonly text: string
}
