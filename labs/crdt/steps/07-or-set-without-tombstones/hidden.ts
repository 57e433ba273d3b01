/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { withoutTombstones } from './checks.ts'

export const hidden = hiddenFamily(withoutTombstones)
