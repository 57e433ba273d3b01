/** What the checks of a step need to know of its data type. */
import type { Claim } from '#core'
import type { DrawCommand } from '../shared-scenarios/replicas.ts'

export interface TypeUnderTest {
  /** Folder name of the step. */
  readonly step: string
  readonly claims: readonly Claim[]
  /** What its clients ask for. */
  readonly command: DrawCommand
}
