/** The checks that only the grader knows: a thousand runs like the visible ones. */
import type { Check } from '#core'
import { examChecks } from './visible.ts'

export const hidden: readonly Check[] = examChecks('-unseen', {
  calm: 20,
  random: 195,
  directed: 168,
  askedAgain: 20,
  replaced: 12,
})
