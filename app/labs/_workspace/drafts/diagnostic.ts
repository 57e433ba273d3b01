/** Something that TypeScript says about the learner's text while it is edited. */
export interface Diagnostic {
  readonly message: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly severity: 'error' | 'warning'
}
