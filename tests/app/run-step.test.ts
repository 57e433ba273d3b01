/** What the worker does with a learner's code, without the worker. */
import { describe, expect, test } from 'vitest'
import { type CheckResult, decodeTrace, encodeTrace } from '#core'
import type { RunMessage } from '../../app/_run/messages.ts'
import { recordSeed } from '../../app/_run/record-seed.ts'
import { judgeChecks } from '../../app/_run/run-step.ts'
import {
  checkOf,
  compileForTest,
  hostsFor,
  SOLUTION,
  STARTER,
  step,
  traceOf,
} from './learner-code.ts'

function judge(source: string, checkIds: readonly string[]) {
  const messages: RunMessage[] = []
  const parts = {
    newHost: hostsFor(source),
    newLinedHost: hostsFor(source, { lines: true }),
    tell: (word: RunMessage) => messages.push(word),
  }
  judgeChecks(checkIds.map(checkOf), parts)
  const done = messages.filter((message) => message.kind === 'check-done')
  const results: readonly CheckResult[] = done.map(({ result }) => result)
  return {
    messages,
    results,
    traces: done.map(({ trace }) => trace),
    lines: done.map(({ lines }) => lines),
  }
}

describe('judging', () => {
  test('the starter fails most visible checks at their first seed, each with the run', () => {
    const { results, traces } = judge(
      STARTER,
      step.visible.map(({ id }) => id),
    )
    expect(results.map(({ checkId }) => checkId)).toEqual(step.visible.map(({ id }) => id))
    const failed = results.filter(({ verdict }) => verdict === 'fail')
    expect(failed.length).toBeGreaterThan(results.length / 2)
    for (const [index, result] of results.entries()) {
      if (result.verdict !== 'fail') continue
      const { header, events } = decodeTrace(traces[index] ?? '')
      expect(header.seed).toBe(result.failure?.seed)
      expect(events).toHaveLength(result.failure?.eventCount ?? 0)
    }
  })

  test('the reference solution passes, and the run of its first seed is there', () => {
    const { results, traces, messages } = judge(SOLUTION, ['leader-cut-off'])
    expect(results).toMatchObject([{ verdict: 'pass', seedsPassed: 20, seedCount: 20 }])
    expect(traces).toEqual([encodeTrace(traceOf(SOLUTION, 'leader-cut-off', 1))])
    const seeds = messages.flatMap((word) => (word.kind === 'seed-done' ? [word.seed] : []))
    expect(seeds).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test('code that remembers an earlier run is not deterministic', () => {
    const source = SOLUTION.replace(
      'onStart() {',
      '$& const all = globalThis as any; all.starts = (all.starts ?? 0) + 1; this.note(`${all.starts}`);',
    )
    const { results } = judge(source, ['healthy-cluster'])
    expect(results).toMatchObject([
      { verdict: 'fail', seedsPassed: 0, failure: { outcome: { kind: 'not-deterministic' } } },
    ])
    const outcome = results[0]?.failure?.outcome
    const event = outcome?.kind === 'not-deterministic' ? outcome.event : -1
    expect(traceOf(source, 'healthy-cluster', 1).events[event]?.kind).toBe('note')
  })

  test('a run that fails comes with the lines behind its events, others without', () => {
    const source = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')
    const { results, traces, lines } = judge(source, ['healthy-cluster'])
    const outcome = results[0]?.failure?.outcome
    const { violation } = outcome?.kind === 'claim-broken' ? outcome : {}
    const { events } = decodeTrace(traces[0] ?? '')
    const place = lines[0]?.find(
      ({ event, field }) => event === violation?.event && field === 'role',
    )
    const compiled = compileForTest(source).code.split('\n')
    expect(compiled[(place?.line ?? 0) - 1]).toMatch(/this\.role = 'leader'/)
    const sends = events.filter(({ kind }) => kind === 'send')
    expect(sends.length).toBeGreaterThan(0)
    for (const { id } of sends) {
      const { line = 0 } = lines[0]?.find(({ event }) => event === id) ?? {}
      expect(compiled[line - 1]).toMatch(/this\.(send|broadcast)\(/)
    }
    expect(judge(SOLUTION, ['healthy-cluster']).lines).toEqual([undefined])
  })

  test('code that is not deterministic has no lines that could be believed', () => {
    const source = SOLUTION.replace(
      'onStart() {',
      '$& const all = globalThis as any; all.boots = (all.boots ?? 0) + 1; this.note(`${all.boots}`);',
    )
    expect(judge(source, ['healthy-cluster']).lines).toEqual([undefined])
  })

  test('code that throws is a result', () => {
    const source = SOLUTION.replace(
      'const voteGranted =',
      "if (this.id === 'n2') throw new TypeError('no vote')\n    $&",
    )
    const { results } = judge(source, ['crash-and-restart'])
    expect(results[0]).toMatchObject({ verdict: 'fail', failure: { seed: 1 } })
  })
})

describe('recording', () => {
  test('tells the events of the seed, each call before its handler runs', () => {
    const texts: string[] = []
    let callsSeen = 0
    const inner = hostsFor(SOLUTION)()
    recordSeed(
      checkOf('healthy-cluster'),
      { checkId: 'healthy-cluster', seed: 2 },
      {
        newHost: () => ({
          call(node, call) {
            const last = decodeTrace(texts.join('')).events.at(-1)
            if (callsSeen++ < 40) expect(last).toMatchObject({ node })
            return inner.call(node, call)
          },
        }),
        tell: (word) => {
          if (word.kind === 'recorded') texts.push(word.text)
        },
      },
    )
    expect(callsSeen).toBeGreaterThan(40)
    expect(texts[0]).toMatch(/^netsplit-trace 2 /)
  })
})
