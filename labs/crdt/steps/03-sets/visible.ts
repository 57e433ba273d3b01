/** The checks that learners see and run in their browser. */
import { visibleFamily } from '../../visible-family.ts'
import { twoPhaseSet } from './checks.ts'

export const visible = visibleFamily(twoPhaseSet)
