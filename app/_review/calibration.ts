/** Whether “sure” means sure: what was right, by how sure the learner was before. */
import { type AnswerEntry, CONFIDENCES, type Confidence } from './entry.ts'

export interface CalibrationRow {
  /** The chance of being right that the learner stated, in per cent. */
  readonly stated: Confidence
  readonly answers: number
  readonly right: number
}

export interface Calibration {
  readonly rows: readonly CalibrationRow[]
  /**
   * Mean squared distance between what was stated and what came (Brier 1950): 0 is perfect, 0.25 is
   * always saying 50 %. Undefined while there are too few answers.
   */
  readonly brier?: number | undefined
  /** Stated minus right, in points of per cent; above zero is too sure. */
  readonly surplus?: number | undefined
}

/** With fewer answers nothing is concluded. */
export const ANSWERS_MIN = 10

/** @param answers of one learner or of many */
export function calibration(
  answers: readonly Pick<AnswerEntry, 'confidence' | 'share'>[],
): Calibration {
  const stated = answers.flatMap(({ confidence, share }) =>
    confidence === undefined ? [] : [{ confidence, isRight: share === 1 }],
  )
  const rows = CONFIDENCES.map((confidence) => {
    const own = stated.filter((answer) => answer.confidence === confidence)
    const right = own.filter(({ isRight }) => isRight).length
    return { stated: confidence, answers: own.length, right }
  })
  if (stated.length < ANSWERS_MIN) return { rows }
  const mean = (of: (answer: (typeof stated)[number]) => number) =>
    stated.reduce((sum, answer) => sum + of(answer), 0) / stated.length
  return {
    rows,
    brier: mean(({ confidence, isRight }) => (confidence / 100 - Number(isRight)) ** 2),
    surplus: mean(({ confidence, isRight }) => confidence - 100 * Number(isRight)),
  }
}
