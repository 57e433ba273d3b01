/** Claims about Raft logs against plain rescans of the whole trace, on random scripts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, TraceEvent } from '#core'
import { committedEntriesAgree } from '../../../grader/core/check/raft/committed-entries.ts'
import { leaderCompleteness } from '../../../grader/core/check/raft/leader-completeness.ts'
import { logMatching } from '../../../grader/core/check/raft/log-matching.ts'
import { stateMachineSafety } from '../../../grader/core/check/raft/state-machine-safety.ts'
import { firstViolation } from '../../support/traces/judge.ts'
import { agreesWithTwin, FUZZ_LIMIT, fuzzRuns } from '../../support/traces/laws.ts'
import { traceOf } from '../../support/traces/trace-script.ts'

const RUNS = fuzzRuns(1_500)

interface Entry {
  readonly term: number
  readonly command: Json
}

const node = fc.constantFrom('n1', 'n2', 'n3')
const entry = fc.constantFrom('1:a', '1:b', '2:a', '2:c', '3:d')
const log = fc.array(entry, { maxLength: 4 }).map((entries) => entries.join(',') || '-')
/** A few logs that agree with each other, so that runs get somewhere before they break. */
const likelyLog = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('-', '1:a', '1:a,1:b', '1:a,1:b,2:c', '1:a,2:c') },
  { weight: 1, arbitrary: log },
)

const show = fc
  .record({
    node,
    role: fc.constantFrom('leader', 'follower'),
    term: fc.integer({ min: 1, max: 4 }),
    log: likelyLog,
    commit: fc.integer({ min: 0, max: 3 }),
  })
  .map(
    (shown) =>
      `${shown.node} shows role=${shown.role} currentTerm=${shown.term} log=${shown.log} commitIndex=${shown.commit}`,
  )
const send = node.map((id) => `${id} sends n1 AppendEntriesReply term=0`)
const crash = node.map((id) => `${id} crashes\n${id} restarts`)

const logScripts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: show },
    { weight: 2, arbitrary: send },
    { weight: 2, arbitrary: crash },
  ),
  { maxLength: 12 },
)

interface Showing {
  readonly event: number
  readonly node: string
  readonly leads: boolean
  readonly term: number
  readonly log: readonly Entry[]
  readonly committed: readonly Entry[]
}

/** In these scripts every look shows all fields. */
function showings(events: readonly TraceEvent[]): readonly Showing[] {
  return events
    .filter((event) => event.kind === 'observe')
    .map(({ id, node: shower, fields }) => {
      const entries = fields.log as unknown as readonly Entry[]
      return {
        event: id,
        node: shower,
        leads: fields.role === 'leader',
        term: Number(fields.currentTerm),
        log: entries,
        committed: entries.slice(0, Number(fields.commitIndex)),
      }
    })
}

/** True unless the node crashed before it sent anything after this showing. */
function counts(showing: Showing, events: readonly TraceEvent[]): boolean {
  const next = events
    .slice(showing.event + 1)
    .find(
      (event) => (event.kind === 'send' || event.kind === 'crash') && event.node === showing.node,
    )
  return next?.kind !== 'crash'
}

const text = (entries: readonly Entry[]) =>
  entries.map(({ term, command }) => `${term}${JSON.stringify(command)}`).join()

const pairs = <T>(items: readonly T[]) => items.flatMap((a) => items.map((b) => [a, b] as const))

function logsMatch(events: readonly TraceEvent[]): boolean {
  const counted = showings(events).filter((showing) => counts(showing, events))
  return pairs(counted).every(([{ log: a }, { log: b }]) =>
    a.every(
      ({ term }, at) =>
        b[at]?.term !== term || text(a.slice(0, at + 1)) === text(b.slice(0, at + 1)),
    ),
  )
}

function leadersAreComplete(events: readonly TraceEvent[]): boolean {
  return pairs(showings(events)).every(
    ([{ term, committed }, leader]) =>
      !leader.leads ||
      leader.term <= term ||
      text(leader.log.slice(0, committed.length)) === text(committed),
  )
}

function commitsAgree(events: readonly TraceEvent[]): boolean {
  return pairs(showings(events)).every(([{ committed: a }, { committed: b }]) => {
    const common = Math.min(a.length, b.length)
    return text(a.slice(0, common)) === text(b.slice(0, common))
  })
}

function appliedAgree(events: readonly TraceEvent[]): boolean {
  const applied = events
    .filter((event) => event.kind === 'apply')
    .map(({ value }) => JSON.parse(value) as { readonly index: number; readonly command: string })
  return pairs(applied).every(([a, b]) => a.index !== b.index || a.command === b.command)
}

describe('the monitor and a rescan name the same event for', FUZZ_LIMIT, () => {
  test('log matching', () => {
    const seen = agreesWithTwin({
      claim: logMatching(),
      scripts: logScripts,
      holds: logsMatch,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('leader completeness', () => {
    const seen = agreesWithTwin({
      claim: leaderCompleteness(),
      scripts: logScripts,
      holds: leadersAreComplete,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('committed entries', () => {
    const seen = agreesWithTwin({
      claim: committedEntriesAgree(),
      scripts: logScripts,
      holds: commitsAgree,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })

  test('state machine safety', () => {
    const apply = fc
      .record({ node, index: fc.integer({ min: 1, max: 4 }), command: fc.constantFrom('a', 'b') })
      .map((value) => `${value.node} applies index=${value.index} command=${value.command}`)
    const seen = agreesWithTwin({
      claim: stateMachineSafety(),
      scripts: fc.array(fc.oneof(apply, apply, crash), { maxLength: 8 }),
      holds: appliedAgree,
      runs: RUNS,
    })
    expect(Math.min(seen.held, seen.broke)).toBeGreaterThan(RUNS / 50)
  })
})

describe('snapshots', FUZZ_LIMIT, () => {
  /** A history of one log that all nodes follow, each with a snapshot of some length. */
  const compactions = fc.array(
    fc.record({
      node,
      length: fc.integer({ min: 1, max: 6 }),
      hidden: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 10 },
  )

  test('never make claims about correct logs break', () => {
    const whole = ['1:a', '1:b', '2:c', '2:d', '3:e', '5:f']
    fc.assert(
      fc.property(compactions, (steps) => {
        const lines = steps.map(({ node: id, length, hidden }) => {
          const snapshot = Math.min(length, hidden)
          const entries = whole.slice(snapshot, length).join(',') || '-'
          const term = snapshot === 0 ? 0 : whole[snapshot - 1]?.split(':')[0]
          return `${id} shows role=follower currentTerm=5 log=${entries} snapshotIndex=${snapshot} snapshotTerm=${term} commitIndex=${length}`
        })
        const trace = traceOf(lines.join('\n'))
        for (const claim of [logMatching(), leaderCompleteness(), committedEntriesAgree()]) {
          expect(firstViolation(claim, trace)).toBeUndefined()
        }
      }),
      { numRuns: RUNS },
    )
  })
})
