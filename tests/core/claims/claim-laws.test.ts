/** Laws that every claim keeps, whatever it is about. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, type Trace, type Violation, WorldView } from '#core'
import { firstViolation } from '../../support/traces/judge.ts'
import { FUZZ_LIMIT, fuzzRuns } from '../../support/traces/laws.ts'
import { traceOf } from '../../support/traces/trace-script.ts'
import { ALL_CLAIMS } from './all-claims.ts'

const RUNS = fuzzRuns(100)

const END = '@500 end'

const node = fc.constantFrom('n1', 'n2', 'n3')

/** Every name that some claim reads, so that each gets values that it does not expect. */
const FIELDS =
  'role currentTerm votedFor log commitIndex lastApplied snapshotIndex snapshotTerm holding leaseUntil promised accepted decided value copies hints'
const fieldName = fc.constantFrom(...FIELDS.split(' '))
const TYPES = 'RequestVote RequestVoteReply AppendEntries AppendEntriesReply Promise Accepted Vote'
const typeName = fc.constantFrom(...TYPES.split(' '))
const PARTS = 'term voteGranted success lastLogIndex lastLogTerm txn vote ok entries'
const partName = fc.constantFrom(...PARTS.split(' '))

/** Likely values, and any JSON at all. */
const value = fc
  .oneof(
    fc.constantFrom('0', '1', '2', '-1', '1.5', 'null', 'true', '"n1"', '"leader"', '"follower"'),
    fc.constantFrom(
      '[]',
      '[{"term":1,"command":"a"}]',
      '[{"term":2}]',
      '[null]',
      '{"ballot":1,"value":"x"}',
      '{"x":{"value":"a","version":{"number":1,"writer":"n1"}}}',
      '{"op":"put","key":"x","value":"a"}',
    ),
    fc.constantFrom(
      '{"id":"a"}',
      '{"txn":"t","outcome":"commit"}',
      '{"kind":"acquire"}',
      '{"token":3}',
    ),
    fc.json({ maxDepth: 2, noUnicodeString: true }),
  )
  .map((text) => JSON.stringify(JSON.parse(text)).replaceAll(' ', '_'))

/** Lines of protocols that go on, now and then wrongly. */
const likely = fc
  .record({
    node,
    to: node,
    term: fc.integer({ min: 1, max: 3 }),
    role: fc.constantFrom('leader', 'follower', 'candidate'),
    log: fc.constantFrom('-', '1:a', '1:a,1:b', '1:a,2:c'),
    outcome: fc.constantFrom('commit', 'abort'),
    index: fc.integer({ min: 0, max: 2 }),
    pick: fc.nat({ max: 9 }),
  })
  .map(
    ({ node: id, to, term, role, log, outcome, index, pick }) =>
      [
        `${id} shows role=${role} currentTerm=${term} votedFor=${to} log=${log}`,
        `${id} shows commitIndex=${index} lastApplied=${index}`,
        `${id} sends ${to} RequestVoteReply term=${term} voteGranted=true`,
        `${id} sends ${to} RequestVote term=${term} lastLogIndex=${index} lastLogTerm=0`,
        `${id} applies index=${index} command=${outcome}`,
        `${id} shows promised=${term} accepted={"ballot":${index},"value":"${outcome}"}`,
        `${id} applies txn=t outcome=${outcome}`,
        `${id} sends ${to} Vote txn=t vote=yes`,
        `${id} shows holding=true leaseUntil=${term * 100}`,
        `${id} applies id=${index} token=${term}`,
      ][pick] ?? '',
  )

const line = fc.oneof(
  { weight: 4, arbitrary: likely },
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.record({ node, fieldName, value }).map((x) => `${x.node} shows ${x.fieldName}=${x.value}`),
      fc
        .record({ node, to: node, typeName, partName, value })
        .map((x) => `${x.node} sends ${x.to} ${x.typeName} ${x.partName}=${x.value}`),
      fc.record({ node, value }).map((x) => `${x.node} applies ${x.value}`),
      node.map((id) => `${id} writes k 1`),
      node.map((id) => `${id} syncs`),
      node.map((id) => `${id} ticks x`),
      node.map((id) => `${id} crashes\n${id} restarts`),
      node.map((id) => `${id} skews offset=50 drift=1000`),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('liveness', 'cut 1: n1 | n2 n3', 'heal 1', END) },
)

/** Lines, with a client's operations and received messages in between. */
const scripts = fc
  .array(fc.tuple(line, value, node), { maxLength: 40, size: 'max' })
  .map((rows) => {
    let sent = 0
    let asked = 0
    let isOver = false
    const lines: string[] = []
    for (const [text, body, id] of rows) {
      if (isOver) break
      isOver = text === END
      lines.push(text)
      const to = / sends (\S+)/.exec(text)?.[1]
      if (to !== undefined) lines.push(`${to} receives ${++sent}`)
      if (!text.includes(' applies ')) continue
      asked++
      const outcome = ['ok', 'fail', 'info'][asked % 3]
      lines.push(`c1 asks ${id} ${body}`, `${id} takes ${asked}`)
      lines.push(`${id} replies ${asked} ok`, `c1 gets ${asked} ${outcome}`)
    }
    return lines.join('\n')
  })

function judgeTogether(trace: Trace): ReadonlyMap<string, Violation> {
  const view = new WorldView(trace.header)
  const monitors = ALL_CLAIMS.map(({ id, monitor }) => ({ id, monitor: monitor(trace.header) }))
  const found = new Map<string, Violation>()
  for (const event of trace.events) {
    view.fold(event)
    for (const { id, monitor } of monitors) {
      const violation = found.has(id) ? undefined : monitor.onEvent(event, view)
      if (violation !== undefined) found.set(id, violation)
    }
  }
  return found
}

function violationAmongKinds(claim: Claim, trace: Trace): Violation | undefined {
  const view = new WorldView(trace.header)
  const monitor = claim.monitor(trace.header)
  for (const event of trace.events) {
    view.fold(event)
    if (monitor.kinds?.includes(event.kind) === false) continue
    const violation = monitor.onEvent(event, view)
    if (violation !== undefined) return violation
  }
  return undefined
}

describe('every claim', FUZZ_LIMIT, () => {
  test('has an id of its own and says what it is, where it is from, and what to ask', () => {
    const ids = ALL_CLAIMS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, sentence, source, ask } of ALL_CLAIMS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(ask).toMatch(/^[A-Z].*\?$/)
      expect(source).not.toBe('')
    }
  })

  test('judges any trace without throwing, and by itself as it does among others', () => {
    const broken = new Set<string>()
    fc.assert(
      fc.property(scripts, (script) => {
        const trace = traceOf(script)
        const alone = new Map<string, Violation>()
        for (const claim of ALL_CLAIMS) {
          const violation = firstViolation(claim, trace)
          if (violation !== undefined) alone.set(claim.id, violation)
        }
        expect(judgeTogether(trace)).toEqual(alone)
        for (const id of alone.keys()) broken.add(id)
      }),
      { numRuns: RUNS },
    )
    // A law about claims that never break would say little. Of 166, random traces break 53 to 67.
    expect(broken.size).toBeGreaterThan(ALL_CLAIMS.length / 4)
  })

  test('names events of the trace, the broken one last, and nodes of the run', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const trace = traceOf(script)
        const names = [...trace.header.nodes, ...trace.header.clients]
        for (const [id, violation] of judgeTogether(trace)) {
          const { event, related, nodes, message } = violation
          expect(trace.events[event], id).toBeDefined()
          expect(related.length, id).toBeLessThanOrEqual(4)
          expect([...related, event], id).toEqual(
            [...new Set([...related, event])].sort((a, b) => a - b),
          )
          expect(names, id).toEqual(expect.arrayContaining([...nodes]))
          expect(new Set(nodes).size, id).toBe(nodes.length)
          expect(message, id).toMatch(/^\S.*\.$/)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('answers the same when it is shown only the kinds of event that it names', () => {
    const limited = ALL_CLAIMS.filter((claim) => claim.monitor(traceOf('').header).kinds)
    expect(limited.length).toBeGreaterThan(ALL_CLAIMS.length / 2)
    fc.assert(
      fc.property(scripts, (script) => {
        // Some claims judge a call when the next event shows that it is over, and each run ends.
        const trace = traceOf(script.endsWith(END) ? script : `${script}\n${END}`)
        for (const claim of limited) {
          expect(violationAmongKinds(claim, trace), claim.id).toEqual(firstViolation(claim, trace))
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('does not look ahead: what follows a violation does not change it', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const trace = traceOf(script)
        for (const claim of ALL_CLAIMS) {
          const violation = firstViolation(claim, trace)
          if (violation === undefined) continue
          const before = { ...trace, events: trace.events.slice(0, violation.event) }
          expect(firstViolation(claim, before)).toBeUndefined()
        }
      }),
      { numRuns: RUNS },
    )
  })
})
