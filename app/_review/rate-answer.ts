/** From how an answer went to what it says about memory. */
import type { Confidence } from './entry.ts'
import type { Rating } from './memory.ts'

/** Of a rubric, this share is known well, and this one with gaps. */
const WELL = 0.8
const WITH_GAPS = 0.5

/**
 * A question that is judged counts as known only when all of it was right; a right guess is weaker
 * evidence than a right answer. One that is held against a rubric may have gaps.
 * @param share how much was right, from 0 to 1
 */
export function rateAnswer({
  share,
  confidence,
  isRubric,
}: {
  readonly share: number
  readonly confidence?: Confidence | undefined
  readonly isRubric: boolean
}): Rating {
  if (isRubric) return share >= WELL ? 'good' : share >= WITH_GAPS ? 'hard' : 'again'
  if (share < 1) return 'again'
  return confidence === CONFIDENCE_OF_A_GUESS ? 'hard' : 'good'
}

const CONFIDENCE_OF_A_GUESS: Confidence = 25
