/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { twoPhaseSet } from './checks.ts'

export const hidden = hiddenFamily(twoPhaseSet)
