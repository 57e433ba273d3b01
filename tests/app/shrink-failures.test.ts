/** A failing browser run is made smaller: what the worker tells and what the list shows. */
import { describe, expect, test } from 'vitest'
import { decodeTrace, readRunScript, summarizeCheck } from '#core'
import type { RunMessage } from '../../app/_run/messages.ts'
import { advance, newReport, type RunEvent } from '../../app/_run/run-report.ts'
import { judgeChecks } from '../../app/_run/run-step.ts'
import { shrinkFailures } from '../../app/_run/shrink-failures.ts'
import { rowsOfRun } from '../../app/labs/_workspace/checks/check-rows.ts'
import { checkOf, hostsFor, SOLUTION } from './learner-code.ts'

/** A node leads with two votes, whatever the size of the cluster. */
const TWO_VOTES = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')
/** A check whose first failing run has faults that it does not need. */
const CHECK = 'lossy-network'

const PLACES = { nodes: ['n1', 'n2', 'n3', 'n4', 'n5'], clients: [] }

function runAndShrink(source: string, checkId: string) {
  const messages: RunMessage[] = []
  const parts = {
    newHost: hostsFor(source),
    newLinedHost: hostsFor(source, { lines: true }),
    tell: (word: RunMessage) => messages.push(word),
  }
  shrinkFailures(judgeChecks([checkOf(checkId)], parts), parts)
  const shrunk = messages.find((message) => message.kind === 'shrunk')
  const done = messages.find((message) => message.kind === 'check-done')
  return { messages, shrunk, done }
}

describe('the worker', () => {
  test('tells a smaller run that breaks the same claim, with its lines and its faults', () => {
    const { shrunk, done } = runAndShrink(TWO_VOTES, CHECK)
    const failure = done?.result.failure
    expect(failure?.outcome.kind).toBe('claim-broken')
    expect(shrunk?.failure.outcome).toMatchObject({ claimId: claimOf(failure?.outcome) })
    expect(shrunk?.after.faults).toBeLessThan(shrunk?.before.faults ?? 0)
    const { lines } = readRunScript(shrunk?.script ?? 'x', PLACES)
    const steps = lines.flatMap(({ part }) => (part.kind === 'faults' ? part.steps : []))
    expect(steps).toHaveLength(shrunk?.after.faults ?? -1)
    expect(decodeTrace(shrunk?.trace ?? '').events).toHaveLength(shrunk?.after.events ?? -1)
    expect(shrunk?.lines.length).toBeGreaterThan(0)
  })

  test('has nothing to tell when every check passes', () => {
    const { messages } = runAndShrink(SOLUTION, 'no-majority')
    expect(messages.map(({ kind }) => kind)).not.toContain('shrunk')
  })
})

function claimOf(outcome: { readonly kind: string; readonly claimId?: string } | undefined) {
  return outcome?.claimId
}

describe('the list', () => {
  const { shrunk, done } = runAndShrink(TWO_VOTES, CHECK)
  if (shrunk === undefined || done === undefined) throw new Error('the run was made smaller')
  const { kind: _kind, ...run } = shrunk
  const check = summarizeCheck(checkOf(CHECK))

  function rows(events: readonly RunEvent[], whole: readonly string[] = []) {
    const report = events.reduce(advance, newReport([check], 'source'))
    return rowsOfRun(report, new Set(whole))
  }

  test('shows how far the search has come, and keeps the verdict', () => {
    const size = { events: 40, faults: 1, operations: 0 }
    const step = { checkId: check.id, runs: 30, before: run.before, size }
    const searching: RunEvent = { kind: 'shrinking', ...step }
    const [row] = rows([done, { kind: 'finished' }, searching])
    expect(row).toMatchObject({ tone: 'fail', shrinking: { kind: 'searching', runs: 30 } })
  })

  test('shows the small run as soon as it is there, and the whole one on request', () => {
    const events: readonly RunEvent[] = [done, { kind: 'finished' }, { kind: 'shrunk', run }]
    const [small] = rows(events)
    expect(small).toMatchObject({
      tone: 'fail',
      status: rows([done])[0]?.status,
      run: { trace: run.trace },
      shrinking: { kind: 'done', shows: 'smallest' },
    })
    const [whole] = rows(events, [check.id])
    expect(whole).toMatchObject({
      run: { trace: done.trace },
      shrinking: { kind: 'done', shows: 'whole' },
    })
    expect(small?.explanation?.claim).toEqual(whole?.explanation?.claim)
  })
})
