/** What the inspector says about nodes, values and messages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClusterState, type Json, Timeline, type Trace } from '#core'
import { eventsOf, groupEvents } from '../../../app/_viz/space-time/groups.ts'
import {
  type Branch,
  diffJson,
  summarizeJson,
} from '../../../app/_viz/space-time/inspector/json-diff.ts'
import { MessageBook } from '../../../app/_viz/space-time/inspector/message-report.ts'
import { groupAt, reportOnNode } from '../../../app/_viz/space-time/inspector/node-report.ts'
import { readLetters } from '../../../app/_viz/space-time/letters.ts'
import { scenarios, traceOf } from '../../core/gossip.ts'
import { DRAWN, traceOfDrafts } from './drawn-run.ts'

const json = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json)

/** The value that a tree of changes leads to, and the one that it comes from. */
function rebuild(branch: Branch, side: 'before' | 'after'): Json | undefined {
  const { change, value, before, branches } = branch
  if (change === 'added' && side === 'before') return undefined
  if (change === 'removed' && side === 'after') return undefined
  // What was no tree, or another kind of tree, is kept as one value.
  if (side === 'before' && before !== undefined) return before
  if (branches.length === 0) return value
  const parts = branches
    .map((part) => [part.name, rebuild(part, side)] as const)
    .filter((part): part is [string, Json] => part[1] !== undefined)
  if (!Array.isArray(value)) return Object.fromEntries(parts)
  return parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, part]) => part)
}

describe('differences of values', () => {
  test('a tree of changes holds both values whole', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const tree = diffJson('x', before, after)
        expect(rebuild(tree, 'after')).toEqual(after)
        expect(rebuild(tree, 'before')).toEqual(before)
      }),
    )
  })

  test('equal values have nothing that changed, others have something', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        expect(diffJson('x', before, before).change).toBe('same')
        if (isSame) expect(diffJson('x', before, after).change).toBe('same')
      }),
    )
  })

  test('a longer list has only its new end as new', () => {
    const { change, branches } = diffJson('log', [1, 2], [1, 2, 3])
    expect(change).toBe('changed')
    expect(branches.map((branch) => branch.change)).toEqual(['same', 'same', 'added'])
  })

  test.each([
    [[], '[]'],
    [[1], '[1 item]'],
    [[1, 2], '[2 items]'],
    [{}, '{}'],
    [{ a: 1, b: 2, c: 3, d: 4 }, '{a, b, c, …}'],
    ['n2', '"n2"'],
  ])('%j is told as %s', (value, text) => {
    expect(summarizeJson(value)).toBe(text)
  })
})

function reportOf(trace: Trace, id: string, cursor: number) {
  const options = { trace, timeline: new Timeline(trace), grouping: groupEvents(trace), cursor }
  return reportOnNode(id, options)
}

describe('a node at the cursor', () => {
  test('is as the trace leaves it after the whole step, whatever the run', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), ({ seed, scenario, host }, place) => {
        const trace = traceOf(scenario, seed, host())
        const cursor = place % trace.events.length
        const group = groupAt(groupEvents(trace), cursor)
        const last = group === undefined ? cursor : (eventsOf(group).at(-1)?.id ?? cursor)
        const state = new ClusterState(trace.header)
        for (const event of trace.events.slice(0, last + 1)) state.fold(event)
        for (const id of trace.header.nodes) {
          const report = reportOf(trace, id, cursor)
          const { isUp, isPaused, fields } = state.world.node(id)
          const machine = state.machine(id)
          expect(report.condition).toBe(isPaused ? 'paused' : isUp ? 'up' : 'down')
          const kept = report.state.filter(({ change }) => change !== 'removed')
          expect(new Map(kept.map(({ name, value }) => [name, value]))).toEqual(fields)
          expect(new Set(report.timers.map(({ name }) => name))).toEqual(
            new Set(machine.timers.keys()),
          )
          expect(report.disk.buffered).toEqual(machine.unsynced)
          const inbox = [...state.underWay].filter(
            (message) => state.world.message(message).to === id,
          )
          expect(report.inbox.map(({ message }) => message)).toEqual(inbox)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('shows what its own step changed', () => {
    const report = reportOf(DRAWN, 'n1', 4)
    expect(report.isAtCursor).toBe(true)
    expect(report.state.map(({ name, change }) => [name, change])).toEqual([
      ['role', 'added'],
      ['term', 'added'],
      ['log', 'added'],
    ])
    expect(report.disk.buffered).toEqual([{ key: 'log', value: '[1]' }])
  })

  test('at the step of another it keeps the changes of its own latest one', () => {
    const report = reportOf(DRAWN, 'n2', 19)
    expect(report).toMatchObject({ changedBy: 13, isAtCursor: false })
    expect(report.state).toMatchObject([{ name: 'log', change: 'added' }])
  })

  test('after a crash its fields are gone, and said to be', () => {
    const report = reportOf(DRAWN, 'n1', 25)
    expect(report.condition).toBe('down')
    expect(report.state.every(({ change }) => change === 'removed')).toBe(true)
  })

  test('messages on their way to it, with when they were sent', () => {
    expect(reportOf(DRAWN, 'n1', 13).inbox).toEqual([
      { message: 4, type: 'Ack', from: 'n2', sentBy: 15, sentAt: 13_000 },
    ])
    expect(reportOf(DRAWN, 'n1', 17).inbox).toEqual([])
  })

  test('a timer is due when its own clock says so', () => {
    const trace = traceOfDrafts([
      { kind: 'boot', node: 'n1', incarnation: 1 },
      { kind: 'skew', node: 'n1', offsetMicros: 0, driftPpm: 1_000_000 },
      { kind: 'timer', node: 'n1', name: 'start' },
      { kind: 'set-timer', node: 'n1', name: 'beat', delayMicros: 10_000, at: 2_000, cause: 2 },
    ])
    expect(reportOf(trace, 'n1', 2).timers).toEqual([
      { name: 'beat', setAt: 2_000, dueAt: 7_000, isNew: true },
    ])
  })

  test('a torn write cannot be read', () => {
    const trace = traceOfDrafts([
      { kind: 'boot', node: 'n1', incarnation: 1 },
      { kind: 'write', node: 'n1', key: 'log', value: '[1]', at: 0, cause: 0 },
      { kind: 'crash', node: 'n1', writesLost: 1, tornKey: 'log' },
    ])
    expect(reportOf(trace, 'n1', 2).disk.durable).toMatchObject([
      { name: 'log', value: '(torn: unreadable)' },
    ])
  })
})

describe('a message', () => {
  const book = new MessageBook(DRAWN, readLetters(DRAWN, []))
  const parts = { timeline: new Timeline(DRAWN), grouping: groupEvents(DRAWN) }

  test('that arrived: its delay, cause, payload, what it led to and changed', () => {
    expect(book.report(1, parts)).toMatchObject({
      type: 'Append',
      fate: 'delivered',
      sentBy: 8,
      sentAt: 4_000,
      endedBy: 13,
      endedAt: 13_000,
      causedBy: 4,
      ledTo: [14, 15],
      payload: { type: 'Append', entry: { x: 1 } },
      copies: [2],
      receiver: [{ name: 'log', change: 'added' }],
    })
  })

  test('that was repeated, held back or never arrived says so', () => {
    expect(book.report(2, parts)).toMatchObject({ fate: 'under way', copyOf: 1 })
    expect(book.report(4, parts)).toMatchObject({ wasHeld: true, receiver: [] })
    expect(book.report(99, parts)).toBeUndefined()
  })

  test.each([
    ['loss', 0, 'lost by chance: this link loses some messages'],
    ['cut', 1, 'stopped at cut #1 (n1 | n2 n3)'],
    ['down', 0, 'n2 was down when it arrived'],
    ['gave-up', 0, 'n2 no longer waited for it'],
  ] as const)('lost by %s says why', (reason, cut, words) => {
    const trace = traceOfDrafts([
      { kind: 'cut', cut: 1, label: 'n1 | n2 n3', links: [] },
      { kind: 'send', node: 'n1', to: 'n2', message: 1, body: '{}' },
      { kind: 'drop', message: 1, from: 'n1', to: 'n2', reason, cut, cause: 1 },
    ])
    const report = new MessageBook(trace, readLetters(trace, [])).report(1, {
      timeline: new Timeline(trace),
      grouping: groupEvents(trace),
    })
    expect(report).toMatchObject({ fate: 'lost', reason: words, type: 'message 1' })
  })

  test('a step knows the messages that it sends, receives, loses and repeats', () => {
    const { groups } = groupEvents(DRAWN)
    const group = groups.find(({ lead }) => lead.id === 4)
    expect(group && book.messagesOf(eventsOf(group))).toEqual([1, 2, 3])
  })
})
