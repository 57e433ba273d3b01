/** Small histories of one register: those that everybody should have seen, and random ones. */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type Json,
  Prng,
  type Scenario,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'

/** An operation as the judge gets it; see `netsplit/cap-judge`. */
export interface Told {
  readonly client: string
  readonly kind: 'read' | 'write'
  readonly value: string | null
  readonly from: number
  readonly to: number | null
  readonly end: 'ok' | 'fail' | 'info'
}

type Line = readonly [text: string, end?: 'fail' | 'info']

/** `c1 w a 1 4` wrote a from 1 to 4; `c2 r - 5 6` read nothing; `c1 w a 1 -` never returned. */
function told([text, end]: Line): Told {
  const [client = '', kind, value = '', from, to] = text.split(' ')
  return {
    client,
    kind: kind === 'w' ? 'write' : 'read',
    value: value === '-' ? null : value,
    from: Number(from),
    to: to === '-' ? null : Number(to),
    end: end ?? (to === '-' ? 'info' : 'ok'),
  }
}

/** What goes wrong in readers' heads, one history each; some are possible and some are not. */
export const CLASSICS: readonly (readonly Told[])[] = (
  [
    [['c1 w a 1 2'], ['c2 r a 3 4']],
    [['c1 w a 1 2'], ['c2 r - 3 4']],
    [['c1 w a 1 6'], ['c2 r - 2 3'], ['c2 r a 4 5']],
    [['c1 w a 1 6'], ['c2 r a 2 3'], ['c2 r - 4 5']],
    [['c1 w a 1 9'], ['c2 r a 2 3'], ['c3 r - 4 5']],
    [['c1 w a 1 -'], ['c2 r - 5 6'], ['c2 r a 7 8']],
    [['c1 w a 1 -'], ['c2 r a 5 6'], ['c2 r - 7 8']],
    [['c1 w a 1 2', 'fail'], ['c2 r a 3 4']],
    [['c1 w a 1 2', 'fail'], ['c2 r - 3 4']],
    [['c2 r a 1 2'], ['c1 w a 3 4']],
    [['c1 w a 1 2'], ['c1 w b 3 4'], ['c2 r a 5 6']],
    [['c1 w a 1 4'], ['c2 w b 2 3'], ['c3 r a 5 6'], ['c3 r a 7 8']],
    [['c1 w a 1 4'], ['c2 w b 2 3'], ['c3 r a 5 6'], ['c3 r b 7 8']],
    [['c1 w a 1 3'], ['c2 r - 3 5']],
    [['c1 w a 1 2'], ['c2 w b 3 -'], ['c3 r b 4 5'], ['c3 r a 6 7']],
    [['c1 w a 1 2'], ['c2 w b 3 -'], ['c3 r a 4 5'], ['c3 r b 6 7']],
    [['c1 w a 1 2'], ['c2 w b 3 4'], ['c3 w a 5 6'], ['c4 r a 7 8']],
    [['c1 w a 1 -'], ['c2 w b 2 3'], ['c3 r b 4 5'], ['c3 r a 6 7'], ['c3 r b 8 9']],
    [['c1 r x 1 2', 'fail'], ['c2 r - 3 4']],
    [['c1 r x 1 -'], ['c2 r - 3 4']],
    [['c1 w a 1 9'], ['c2 w b 1 9'], ['c3 r a 2 3'], ['c4 r b 4 5'], ['c3 r a 6 7']],
    [['c1 w a 1 2'], ['c2 w b 3 9'], ['c3 r b 4 5'], ['c4 r a 6 7']],
  ] as readonly (readonly Line[])[]
).map((lines) => lines.map(told))

/** A history of up to eight operations; about half of them are possible. */
function randomHistory(prng: Prng): readonly Told[] {
  const clients = prng.between(2, 4)
  const count = prng.between(3, 8)
  const clock = Array.from({ length: clients }, () => prng.between(1, 4))
  const written: string[] = []
  const history: Told[] = []
  for (let number = 0; number < count; number++) {
    const place = prng.between(0, clients - 1)
    const from = clock[place] ?? 1
    // Times repeat on purpose: operations that touch in one moment overlap.
    const to = from + prng.between(1, 6)
    const isWrite = prng.chance(450)
    // Now and then a value is written twice.
    const value = isWrite
      ? prng.chance(850) || written.length === 0
        ? `v${number}`
        : prng.pick(written)
      : prng.chance(200) || written.length === 0
        ? null
        : prng.pick(written.slice(-2))
    if (isWrite && value !== null) written.push(value)
    const draw = prng.between(0, 9)
    const end = draw === 0 ? 'fail' : draw <= (isWrite ? 2 : 1) ? 'info' : 'ok'
    history.push({
      client: `c${place + 1}`,
      kind: isWrite ? 'write' : 'read',
      value,
      from,
      to: end === 'info' ? null : to,
      end,
    })
    clock[place] = to + prng.between(1, 3)
  }
  return history.sort((a, b) => a.from - b.from)
}

/** So many random histories, by seed. */
export function randomHistories(seed: number, count: number): readonly (readonly Told[])[] {
  const prng = new Prng(seed, 'histories')
  return Array.from({ length: count }, () => randomHistory(prng))
}

/** The same history with its clients renamed and all times later: nothing about it is different. */
export function disguised(history: readonly Told[], seed: number): readonly Told[] {
  const prng = new Prng(seed, 'disguise')
  const later = prng.between(0, 50)
  const factor = prng.between(1, 7)
  const moved = history.map((each) => ({
    ...each,
    client: `p${each.client}`,
    from: later + factor * each.from,
    to: each.to === null ? null : later + factor * each.to,
  }))
  return prng.shuffle(moved)
}

/** One judge, asked about each of these, one after the other. */
export function judgeScenario(id: string, histories: readonly (readonly Told[])[]): Scenario {
  return {
    id,
    nodes: ['n1'],
    clients: ['c1'],
    network: DEFAULT_NETWORK,
    nemesis: [],
    operations: histories.map(
      (history, index): ClientOperation => ({
        at: index * 25 * MS,
        client: 'c1',
        node: 'n1',
        body: { op: 'judge', history: history as unknown as Json },
        timeoutMicros: 25 * MS,
      }),
    ),
    settings: {},
    safetyMicros: histories.length * 25 * MS,
    livenessMicros: 30 * MS,
    budgets: DEFAULT_BUDGETS,
  }
}
