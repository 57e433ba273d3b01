/**
 * Nothing is lost and nothing is graded twice, whatever dies when. By default a short
 * drill; NETSPLIT_FAILURES=200 hands in two hundred submissions.
 */
import { describe, expect, it } from 'vitest'
import { grade } from '#host/grade.ts'
import { type DrillResult, type DrillRow, drill } from '../support/failures/drill.ts'
import { FIRST_DRAFT, firstDraftWith } from './first-draft.ts'
import { LAB, SEED_SECRET, useSandbox } from './sandbox-fixture.ts'

const SUBMISSIONS = Number(process.env.NETSPLIT_FAILURES ?? 24)
const MS_MAX = 400_000 + SUBMISSIONS * 12_000

/** They cost little and differ in how they end. */
const SOURCES = [
  FIRST_DRAFT,
  'class {',
  firstDraftWith("throw new Error('not today')"),
  firstDraftWith("this.setTimer('election', 250)"),
]

describe('after faults of every kind', () => {
  const sandbox = useSandbox()

  it('each accepted submission has one verdict, that of a quiet run', {
    timeout: MS_MAX,
  }, async () => {
    const result = await drill({
      submissions: SUBMISSIONS,
      step: LAB,
      sources: SOURCES,
      seedSecret: SEED_SECRET,
    })
    console.log(tableOf(result))
    const { accepted, rows, struck } = result
    expect(new Set(accepted).size).toBe(SUBMISSIONS)
    expect(struck.length).toBeGreaterThan(SUBMISSIONS / 3)
    const byId = new Map(rows.map((row) => [row.id, row]))
    expect(accepted.filter((id) => !byId.has(id))).toEqual([])
    for (const row of rows) {
      const isReplaced = row.state === 'superseded' && hasNewer(row, rows)
      expect(row, row.id).toMatchObject(
        isReplaced ? { verdicts: 0 } : { state: 'graded', verdicts: 1 },
      )
    }
    const { signal } = new AbortController()
    for (const { id, source, outcome, message, checks } of rows) {
      if (outcome === null) continue
      const quiet = await grade(
        { ...LAB, submissionId: id, source, seedSecret: SEED_SECRET },
        { pool: sandbox().pool, signal, workerCount: 1, onProgress: () => {} },
      )
      const expected = { outcome: quiet.outcome, message: quiet.message, checks: quiet.checks }
      expect({ outcome, message, checks }, id).toEqual(JSON.parse(JSON.stringify(expected)))
    }
  })
})

/** Ids are made in the order of time (UUID version 7). */
function hasNewer({ id, userId }: DrillRow, rows: readonly DrillRow[]): boolean {
  return rows.some((other) => other.userId === userId && other.id > id)
}

function tableOf({ accepted, rows, struck, starts }: DrillResult): string {
  const counts = new Map<string, number>()
  for (const { victim, phase } of struck) {
    const name = `${victim} while ${phase}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const states = Map.groupBy(rows, ({ state }) => state)
  return [
    `${accepted.length} accepted, ${rows.length} stored, ${struck.length} faults`,
    ...[...counts].sort().map(([name, count]) => `  ${name}: ${count}`),
    ...[...states].map(([state, all]) => `  ${state}: ${all.length}`),
    `  taken more than once: ${rows.filter(({ fence }) => fence > 1).length}`,
    `  verdicts: ${rows.reduce((sum, { verdicts }) => sum + verdicts, 0)}`,
    `  starts: ${JSON.stringify(starts)}`,
  ].join('\n')
}
