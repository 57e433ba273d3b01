/** The rules of a class by which its staff are told of learners who may need them. */
import 'server-only'
import { z } from 'zod'
import { db } from '#db'
import {
  type AtRiskRules,
  DEFAULT_RULES,
  RULE_LIMITS,
  rulesProblem,
} from '../../../_classes/at-risk/rules.ts'
import { recordClassEntry } from '../../audit/record.ts'
import type { SessionUser } from '../../session.ts'
import { type Change, DONE, refused } from '../change.ts'
import { numberRule } from '../form-rules.ts'

/** An unticked box is not in an address at all. */
const ticked = z
  .enum(['true', 'false', ''], 'A rule is on or off.')
  .default('')
  .transform((text) => text === 'true')

/** As an address and the form have it. */
export const AtRiskForm = z.object({
  quiet: ticked,
  quietDays: numberRule('The number of days', ...RULE_LIMITS.days),
  sameClaim: ticked,
  submissions: numberRule('The number of submissions', ...RULE_LIMITS.submissions),
  missed: ticked,
  missedDates: numberRule('The number of missed due dates', ...RULE_LIMITS.missed),
  missedOf: numberRule('The number of due dates', ...RULE_LIMITS.of),
  behind: ticked,
  pieces: numberRule('The number of pieces of work', ...RULE_LIMITS.pieces),
})

export function rulesOf(form: z.infer<typeof AtRiskForm>): AtRiskRules {
  return {
    quiet: { isOn: form.quiet, days: form.quietDays },
    sameClaim: { isOn: form.sameClaim, submissions: form.submissions },
    missed: { isOn: form.missed, missed: form.missedDates, of: form.missedOf },
    behind: { isOn: form.behind, pieces: form.pieces },
  }
}

/** The form that says these rules. */
export function formOf({ quiet, sameClaim, missed, behind }: AtRiskRules) {
  return {
    quiet: String(quiet.isOn),
    quietDays: String(quiet.days),
    sameClaim: String(sameClaim.isOn),
    submissions: String(sameClaim.submissions),
    missed: String(missed.isOn),
    missedDates: String(missed.missed),
    missedOf: String(missed.of),
    behind: String(behind.isOn),
    pieces: String(behind.pieces),
  }
}

/** Those that were kept, or the defaults. */
export async function readAtRiskRules(classId: string): Promise<AtRiskRules> {
  const row = await db.atRiskRules.findUnique({ where: { classId } })
  if (row === null) return DEFAULT_RULES
  return {
    quiet: { isOn: row.quietIsOn, days: row.quietDays },
    sameClaim: { isOn: row.sameClaimIsOn, submissions: row.sameClaimSubmissions },
    missed: { isOn: row.missedIsOn, missed: row.missedDates, of: row.missedOf },
    behind: { isOn: row.behindIsOn, pieces: row.behindPieces },
  }
}

export async function keepAtRiskRules(
  user: SessionUser,
  classId: string,
  rules: AtRiskRules,
): Promise<Change> {
  const problem = rulesProblem(rules)
  if (problem !== undefined) return refused(400, problem)
  const data = rowOf(rules)
  await db.$transaction(async (transaction) => {
    await transaction.atRiskRules.upsert({
      where: { classId },
      create: { classId, ...data },
      update: data,
    })
    await recordClassEntry(transaction, {
      doer: user,
      action: 'at-risk-rules.set',
      classId,
      after: data,
    })
  })
  return DONE
}

function rowOf({ quiet, sameClaim, missed, behind }: AtRiskRules) {
  return {
    quietIsOn: quiet.isOn,
    quietDays: quiet.days,
    sameClaimIsOn: sameClaim.isOn,
    sameClaimSubmissions: sameClaim.submissions,
    missedIsOn: missed.isOn,
    missedDates: missed.missed,
    missedOf: missed.of,
    behindIsOn: behind.isOn,
    behindPieces: behind.pieces,
  }
}
