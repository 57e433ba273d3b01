/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { multiValue } from './checks.ts'

export const hidden = hiddenFamily(multiValue)
