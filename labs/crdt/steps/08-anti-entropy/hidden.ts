/** The checks that only the grader knows. */
import { hiddenFamily } from '../../hidden-family.ts'
import { feed } from './checks.ts'

export const hidden = hiddenFamily(feed)
