/**
 * Deletes an account with all that is in it, at once. What stays are sums: how many submissions
 * of deleted accounts ended how, at which step, which no longer say anything about a person.
 */
import 'server-only'
import { db } from '#db'
import { lockTurns, type Transaction } from '../../../prisma/line.ts'
import { countOtherAdministrators, lockAdministrators } from '../admin/administrators.ts'
import { forgetPerson, recordEntry } from '../audit/record.ts'
import { ownsAlone } from '../classes/sole-owner.ts'
import type { SessionUser } from '../session.ts'

/** What a guest types, who has no address. */
export const GUEST_WORD = 'delete my work'

export type Deletion = 'deleted' | 'mistyped' | 'last-administrator' | 'owns-a-class'

/** @param typed the e-mail address of the account, as its owner typed it */
export async function deleteAccount(user: SessionUser, typed: string): Promise<Deletion> {
  return db.$transaction(async (transaction): Promise<Deletion> => {
    // Whoever submits waits for this, and then finds no account.
    await lockTurns(transaction, user.id)
    await lockAdministrators(transaction)
    const found = await transaction.user.findUniqueOrThrow({ where: { id: user.id } })
    const wanted = user.isGuest ? GUEST_WORD : found.email
    if (typed.trim().toLowerCase() !== wanted) return 'mistyped'
    if (
      found.role === 'administrator' &&
      (await countOtherAdministrators(transaction, user.id)) === 0
    ) {
      return 'last-administrator'
    }
    if (await ownsAlone(transaction, user.id)) return 'owns-a-class'
    await tally(transaction, user.id)
    await transaction.user.delete({ where: { id: user.id } })
    await recordEntry(transaction, { doer: user, action: 'account.deleted', personId: user.id })
    await forgetPerson(transaction, user.id)
    return 'deleted'
  })
}

async function tally(transaction: Transaction, userId: string): Promise<void> {
  await transaction.$executeRaw`
    insert into "DepartedTally" ("labId", "stepId", outcome, people, submissions)
    select "labId", "stepId", coalesce(outcome, 'none'), 1, count(*)
    from "Submission" left join (
      select "submissionId", outcome from "SubmissionVerdict") verdict on verdict."submissionId" = id
    where "userId" = ${userId}
    group by 1, 2, 3
    on conflict ("labId", "stepId", outcome) do update set
      people = "DepartedTally".people + 1,
      submissions = "DepartedTally".submissions + excluded.submissions`
}
