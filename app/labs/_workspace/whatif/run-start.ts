/** Where trying out begins: a run that is to be made once more. */
import type { SeedScript } from '../../../_run/messages.ts'

export interface RunStart extends SeedScript {
  /** The learner's text that it runs. */
  readonly source: string
}
