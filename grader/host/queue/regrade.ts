/** Grades stored submissions again, in the bulk lane, after a lab has changed. */
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { joinLine } from '../../../prisma/line.ts'

/** Thousands of jobs are made at once. */
const BULK = { timeout: 120_000 } as const

export interface RegradeOrder {
  readonly labId: string
  readonly stepId: string
}

export type Regrade =
  | { readonly kind: 'no-such-step' }
  | { readonly kind: 'ordered'; readonly labVersion: number; readonly count: number }

/**
 * Orders a new verdict for each graded submission of a step that an older version of its
 * lab has judged. Ordering again changes nothing: what is ordered or done is left alone.
 */
export async function orderRegrade({ labId, stepId }: RegradeOrder): Promise<Regrade> {
  const found = findStep(labId, stepId)
  if (found === undefined) return { kind: 'no-such-step' }
  const labVersion = found.lab.version
  const count = await db.$transaction(async (transaction) => {
    const rows = await transaction.submission.updateManyAndReturn({
      where: {
        labId,
        stepId,
        state: 'graded',
        verdict: { labVersion: { lt: labVersion } },
        OR: [{ regradeVersion: null }, { regradeVersion: { lt: labVersion } }],
      },
      data: { regradeVersion: labVersion, asideReason: null, triedBy: [] },
      select: { id: true },
    })
    await joinLine(transaction, { lane: 'bulk', ids: rows.map(({ id }) => id) })
    return rows.length
  }, BULK)
  return { kind: 'ordered', labVersion, count }
}
