/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { observedRemove } from './checks.ts'

export const hidden = hiddenFamily(observedRemove)
