/** One of the answers to a question that a figure asks. */
export interface Option {
  readonly id: string
  readonly name: string
  /** What it means, after the name; a few words. */
  readonly detail?: string
}
