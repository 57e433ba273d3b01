/** The rules by which a class’s staff are told of learners who may need them. */

export interface AtRiskRules {
  /** Nothing was done for so many days, while work is open. */
  readonly quiet: { readonly isOn: boolean; readonly days: number }
  /** So many submissions of open work broke the same claim, and none passed. */
  readonly sameClaim: { readonly isOn: boolean; readonly submissions: number }
  /** So many of the last due dates were missed. */
  readonly missed: { readonly isOn: boolean; readonly missed: number; readonly of: number }
  /** So many pieces of work fewer are done than half of the class has done. */
  readonly behind: { readonly isOn: boolean; readonly pieces: number }
}

/** Of a class whose staff have chosen none. */
export const DEFAULT_RULES: AtRiskRules = {
  quiet: { isOn: true, days: 7 },
  sameClaim: { isOn: true, submissions: 4 },
  missed: { isOn: true, missed: 2, of: 3 },
  behind: { isOn: true, pieces: 3 },
}

/** From and to, both included. */
export const RULE_LIMITS = {
  days: [1, 60],
  submissions: [2, 50],
  missed: [1, 10],
  of: [1, 10],
  pieces: [1, 50],
} as const

/** What is wrong with these rules, as one sentence; undefined when they may be kept. */
export function rulesProblem({ missed }: AtRiskRules): string | undefined {
  return missed.missed > missed.of
    ? `Of the last ${missed.of} due dates nobody can miss ${missed.missed}: choose fewer missed ones, or look at more.`
    : undefined
}
