/** The job that tells platforms of released grades: one for each class, whoever asks for it. */
import 'server-only'
import type { Transaction } from '../../../prisma/line.ts'

/** The tasks of app/_server/lti/score-worker.ts. */
export const SCORE_TASK = 'lti-scores'
export const DUE_TASK = 'lti-scores-due'

/** With the pauses between them, which grow, these are tries over some hours. */
const ATTEMPTS_MAX = 10

/**
 * Asks for it, as part of the transaction that changes grades; nothing happens for a class
 * without a connected course. Asked twice before it begins, it runs once.
 */
export async function joinScoreLine(
  transaction: Pick<Transaction, '$executeRaw'>,
  classId: string,
): Promise<void> {
  await transaction.$executeRaw`
    select graphile_worker.add_job(
      ${SCORE_TASK}, json_build_object('classId', id::text),
      queue_name := 'lti:' || id::text, job_key := 'lti:' || id::text,
      max_attempts := ${ATTEMPTS_MAX}::int)
    from "Class"
    where id = ${classId}::uuid and "archivedAt" is null
      and exists (select from "LtiCourse" where "classId" = "Class".id)`
}
