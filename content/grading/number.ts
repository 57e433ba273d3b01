/** Judges a number with a unit. */
import type { NumberKey } from '../schema/compiled-question.ts'

export interface NumberGrade {
  readonly isRight: boolean
  /** Place in `common` of the well-known wrong value that it is. */
  readonly common?: number
}

/**
 * @param answer with the unit that was chosen, one of the question's
 * @throws RangeError when the unit is not one of the question's
 */
export function gradeNumber(
  { value, unit, tolerance, units, common }: NumberKey,
  answer: { readonly value: number; readonly unit: string },
): NumberGrade {
  const size = answer.unit === unit ? 1 : units[answer.unit]
  if (size === undefined) {
    const known = [unit, ...Object.keys(units)].join(', ')
    throw new RangeError(`There is no unit “${answer.unit}” here: choose one of ${known}.`)
  }
  const given = answer.value * size
  const isNear = (wanted: number) => {
    const most =
      'absolute' in tolerance ? tolerance.absolute : Math.abs(wanted) * tolerance.relative
    // What decimals lose on their way must not cost anybody the point.
    return Math.abs(given - wanted) <= most + Math.abs(wanted) * 1e-9
  }
  if (isNear(value)) return { isRight: true }
  const found = common.findIndex((wrong) => isNear(wrong.value))
  return found === -1 ? { isRight: false } : { isRight: false, common: found }
}
