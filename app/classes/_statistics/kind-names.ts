/** Reasons for being listed, as filters name them. */
import type { Reason } from '../../_classes/at-risk/list.ts'

export const AT_RISK_KINDS = ['quiet', 'same-claim', 'missed', 'behind'] as const

export const KIND_NAMES: Readonly<Record<Reason['kind'], string>> = {
  quiet: 'no sign of work',
  'same-claim': 'one claim again and again',
  missed: 'missed due dates',
  behind: 'behind the median',
}

export interface AtRiskQuery {
  /** Empty for all. */
  readonly why: Reason['kind'] | ''
  /** Id of a section; empty for all. */
  readonly section: string
}
