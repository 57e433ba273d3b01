/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { growingCounter } from './checks.ts'

export const hidden = hiddenFamily(growingCounter)
