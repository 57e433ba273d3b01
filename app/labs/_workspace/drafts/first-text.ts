/** What a step opens with before anything was edited in it. */
import { carryOn } from './carry-on.ts'
import type { Desk, EarlierStep } from './draft-view.ts'

export interface FirstText {
  readonly source: string
  /** The step that the code was carried on from; left out for what belongs to this step. */
  readonly from?: EarlierStep
}

interface Known {
  readonly desk: Pick<Desk, 'kit' | 'isFresh' | 'earlier'>
  readonly starter: string
  /** The newest submission of this step, from before drafts were kept or from elsewhere. */
  readonly submitted: string | undefined
}

/**
 * The learner's own code goes before ours: of this step, else of the one before it, unless this
 * step begins something new.
 */
export function firstText({ desk, starter, submitted }: Known): FirstText {
  if (submitted !== undefined) return { source: submitted }
  const from = desk.isFresh ? undefined : desk.earlier.at(-1)
  if (from?.code?.source === undefined) return { source: starter }
  return { source: carryOn(from.code.source, from.kit, desk.kit), from }
}
