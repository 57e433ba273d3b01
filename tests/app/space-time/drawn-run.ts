/** A short run with everything in it that a diagram can draw, written by hand. */
import type { Json, Trace, TraceEvent } from '#core'

type Draft = TraceEvent extends infer E
  ? E extends TraceEvent
    ? Omit<E, 'id' | 'at' | 'cause'> & { readonly at?: number; readonly cause?: number }
    : never
  : never

/** Numbers and dates events: each a millisecond after the one before, unless it says. */
export function traceOfDrafts(
  drafts: readonly Draft[],
  { nodes = ['n1', 'n2', 'n3'], clients = ['c1'] as readonly string[] } = {},
): Trace {
  return {
    header: { version: 2, scenario: 'drawn', seed: 7, nodes, clients },
    events: drafts.map((draft, id) => ({ cause: -1, at: id * 1_000, ...draft, id })),
  }
}

export function observe(node: string, fields: { readonly [name: string]: Json }, at?: number) {
  return { kind: 'observe', node, fields, ...(at === undefined ? {} : { at }) } as const
}

const N1_N2 = [
  { from: 'n1', to: 'n2' },
  { from: 'n2', to: 'n1' },
]

/** What each event is for stands beside it. */
export const DRAWN: Trace = traceOfDrafts([
  { kind: 'boot', node: 'n1', incarnation: 1 }, // 0
  { kind: 'boot', node: 'n2', incarnation: 1 },
  { kind: 'boot', node: 'n3', incarnation: 1 },
  { kind: 'invoke', client: 'c1', operation: 1, node: 'n1', body: '{"put":"x","value":1}' }, // 3
  { kind: 'request', node: 'n1', client: 'c1', operation: 1, cause: 3 }, // 4
  { ...observe('n1', { role: 'leader', term: 1, log: [] }, 4_000), cause: 4 },
  { kind: 'write', node: 'n1', key: 'log', value: '[1]', at: 4_000, cause: 4 },
  { kind: 'note', node: 'n1', text: 'asking the others', at: 4_000, cause: 4 },
  {
    kind: 'send',
    node: 'n1',
    to: 'n2',
    message: 1,
    body: '{"type":"Append","entry":{"x":1}}',
    at: 4_000,
    cause: 4,
  }, // 8
  { kind: 'duplicate', message: 1, copy: 2, from: 'n1', to: 'n2', at: 4_000, cause: 8 }, // 9
  {
    kind: 'send',
    node: 'n1',
    to: 'n3',
    message: 3,
    body: '{"type":"Append","entry":{"x":1}}',
    at: 4_000,
    cause: 4,
  }, // 10
  {
    kind: 'drop',
    message: 3,
    from: 'n1',
    to: 'n3',
    reason: 'loss',
    cut: 0,
    at: 4_000,
    cause: 10,
  }, // 11
  { kind: 'clog', from: 'n2', to: 'n1' }, // 12
  { kind: 'receive', node: 'n2', from: 'n1', message: 1, cause: 8 }, // 13
  { ...observe('n2', { log: [{ x: 1 }] }, 13_000), cause: 13 },
  {
    kind: 'send',
    node: 'n2',
    to: 'n1',
    message: 4,
    body: '{"type":"Ack"}',
    at: 13_000,
    cause: 13,
  }, // 15
  { kind: 'unclog', from: 'n2', to: 'n1' }, // 16
  { kind: 'receive', node: 'n1', from: 'n2', message: 4, cause: 15 }, // 17
  {
    kind: 'reply',
    node: 'n1',
    client: 'c1',
    operation: 1,
    outcome: 'ok',
    body: '"ok"',
    at: 17_000,
    cause: 17,
  }, // 18
  { kind: 'complete', client: 'c1', operation: 1, outcome: 'ok', body: '"ok"', cause: 18 }, // 19
  { kind: 'cut', cut: 1, label: 'n1 | n2 n3', links: N1_N2 }, // 20
  { kind: 'cut', cut: 2, label: 'n3 > n2', links: [{ from: 'n3', to: 'n2' }] }, // 21
  { kind: 'invoke', client: 'c1', operation: 2, node: 'n2', body: '{"get":"x"}' }, // 22
  { kind: 'complete', client: 'c1', operation: 2, outcome: 'info', body: 'null', cause: 22 }, // 23
  { kind: 'heal', cut: 1 }, // 24
  { kind: 'crash', node: 'n1', writesLost: 1, tornKey: null }, // 25
  { kind: 'pause', node: 'n2' }, // 26
  { kind: 'resume', node: 'n2' }, // 27
  { kind: 'boot', node: 'n1', incarnation: 2 }, // 28
  { kind: 'invoke', client: 'c1', operation: 3, node: 'n1', body: '{"put":"y","value":2}' }, // 29
  { kind: 'end', reason: 'horizon', detail: 'time is up' }, // 30
])
