/** The parts of the diagram's kernel on a run written by hand, of which every event is known. */
import { describe, expect, test } from 'vitest'
import { present } from '#core'
import { layoutTrace } from '../../../app/_viz/space-time/layout.ts'
import { readLetters } from '../../../app/_viz/space-time/letters.ts'
import { bodyText, readOperations } from '../../../app/_viz/space-time/operations.ts'
import { DRAWN, observe, traceOfDrafts } from './drawn-run.ts'

const RIBBONS = [
  { field: 'role', label: 'role' },
  { field: 'term', label: 'term' },
]
const OPTIONS = { axis: 'order', ribbons: RIBBONS, noise: [], fold: false, keep: [] } as const
const layout = layoutTrace(DRAWN, OPTIONS)

function laneOf(id: string): number {
  return layout.lanes.findIndex((lane) => lane.id === id)
}

describe('messages', () => {
  const letters = readLetters(DRAWN, [])
  const letter = (message: number) => present(letters.get(message), 'it is in the run')

  test('end where they were received or lost, with the reason', () => {
    expect(letter(1).ended).toEqual({ event: 13, dropped: undefined })
    expect(letter(3).ended).toEqual({ event: 11, dropped: 'loss' })
  })

  test('a copy knows its original and is still under way', () => {
    expect(letter(2)).toMatchObject({ copyOf: 1, from: 'n1', to: 'n2', ended: undefined })
    expect(layout.arrows.filter(({ isCopy }) => isCopy).map(({ message }) => message)).toEqual([2])
  })

  test('one that waited on a clogged link is held, others on other links are not', () => {
    expect([1, 2, 3, 4].filter((message) => letter(message).wasHeld)).toEqual([4])
  })

  test('a clog before it was sent, and ended before, holds nothing', () => {
    const trace = traceOfDrafts([
      { kind: 'clog', from: 'n1', to: 'n2' },
      { kind: 'unclog', from: 'n1', to: 'n2' },
      { kind: 'send', node: 'n1', to: 'n2', message: 1, body: '{}' },
      { kind: 'receive', node: 'n2', from: 'n1', message: 1 },
    ])
    expect(readLetters(trace, []).get(1)?.wasHeld).toBe(false)
  })

  test('the liveness phase lets everything flow', () => {
    const trace = traceOfDrafts([
      { kind: 'clog', from: 'n1', to: 'n2' },
      { kind: 'phase', phase: 'liveness' },
      { kind: 'send', node: 'n1', to: 'n2', message: 1, body: '{}' },
    ])
    expect(readLetters(trace, []).get(1)?.wasHeld).toBe(false)
  })
})

describe('operations', () => {
  test('are bars from question to answer, in a few words', () => {
    expect(readOperations(DRAWN).map(({ text, outcome }) => [text, outcome])).toEqual([
      ['put x 1 → ok', 'ok'],
      ['get x → ?', 'info'],
      ['put y 2', undefined],
    ])
  })

  test('a bar begins and ends at the marks of its events', () => {
    const at = (event: number) => layout.marks[layout.stepOf(event)]?.position
    expect(layout.bars.map(({ from, to }) => [from, to])).toEqual([
      [at(3), at(19)],
      [at(22), at(23)],
      [at(29), layout.length],
    ])
  })

  test('one without an answer is in every later window, one that ended is not', () => {
    const late = layout.within(layout.length, layout.length).bars
    expect(late.map(({ span }) => span.operation)).toEqual([2, 3])
  })

  test.each([
    ['{"kind":"put","key":"x","value":3}', 'put x 3'],
    ['"ok"', 'ok'],
    ['null', 'null'],
    ['["a",1]', '[a 1]'],
    ['{"append":{"list":[1,2]}}', 'append list [1 2]'],
    ['no JSON at all', 'no JSON at all'],
  ])('%s reads %s', (body, text) => {
    expect(bodyText(body)).toBe(text)
  })

  test('a long command is cut', () => {
    expect(bodyText(JSON.stringify('x'.repeat(99)))).toHaveLength(30)
  })
})

describe('bands', () => {
  const bands = (kind: string) => layout.bands.filter((band) => band.kind === kind)
  const at = (event: number) => layout.marks[layout.stepOf(event)]?.position

  test('cuts at the same time lie one below the other', () => {
    expect(bands('cut-network').map(({ text, row }) => [text, row])).toEqual([
      ['cut: n1 | n2 n3', 0],
      ['cut: n3 > n2', 1],
    ])
    expect(layout.cutRows).toBe(2)
  })

  test('a cut hatches the smaller side, and the side that is not heard', () => {
    expect(bands('cut').map(({ lane, from }) => [layout.lanes[lane]?.id, from])).toEqual([
      ['n1', at(20)],
      ['n3', at(21)],
    ])
  })

  test('groups that are cut off from each other are hatched differently', () => {
    const trace = traceOfDrafts([{ kind: 'cut', cut: 1, label: 'n1 | n2 | n3', links: [] }])
    const { bands: cut } = layoutTrace(trace, OPTIONS)
    expect(cut.filter(({ kind }) => kind === 'cut').map(({ shade }) => shade)).toEqual([0, 1])
  })

  test('down and paused last from their fault to its end', () => {
    expect(bands('down').map(({ from, to }) => [from, to])).toEqual([[at(25), at(28)]])
    expect(bands('paused').map(({ from, to }) => [from, to])).toEqual([[at(26), at(27)]])
  })

  test('a pinned field gets a row of its own, with its name and its value as it is', () => {
    const pinned = layoutTrace(DRAWN, { ...OPTIONS, pinned: ['log'] })
    expect(pinned.stateRows).toBe(2)
    const rows = pinned.bands.filter(({ kind, row }) => kind === 'state' && row === 1)
    expect(rows.map(({ text }) => text)).toEqual(['log []', 'log [{"x":1}]'])
    const own = pinned.bands.filter(({ kind, row }) => kind === 'state' && row === 0)
    expect(own.map(({ text }) => text)).toEqual(['leader · term 1'])
  })

  test('of a long list a pinned field shows how long it is, and its end', () => {
    const log = Array.from({ length: 30 }, (_, index) => ({ index }))
    const trace = traceOfDrafts([
      { kind: 'boot', node: 'n1', incarnation: 1 },
      { ...observe('n1', { log }, 0), cause: 0 },
    ])
    const { bands: shown } = layoutTrace(trace, { ...OPTIONS, pinned: ['log'] })
    expect(shown.map(({ text }) => text)).toEqual(['log (30) … {"index":29}'])
  })

  test('a state ends with the crash, in every row', () => {
    const trace = traceOfDrafts([
      { kind: 'boot', node: 'n1', incarnation: 1 },
      { ...observe('n1', { role: 'leader', log: [] }, 0), cause: 0 },
      { kind: 'crash', node: 'n1', writesLost: 0, tornKey: null },
      { kind: 'end', reason: 'horizon', detail: '' },
    ])
    const drawn = layoutTrace(trace, { ...OPTIONS, pinned: ['log'] })
    const crash = drawn.marks[drawn.stepOf(2)]?.position
    const states = drawn.bands.filter(({ kind }) => kind === 'state')
    expect(states.map(({ to }) => to)).toEqual([crash, crash])
  })
})

describe('arrows of clients', () => {
  test('go from the question to the request and from the reply to the answer', () => {
    const clients = layout.arrows.filter(({ kind }) => kind === 'client')
    expect(clients.map(({ fromLane, toLane }) => [fromLane, toLane])).toEqual([
      [laneOf('c1'), laneOf('n1')],
      [laneOf('n1'), laneOf('c1')],
    ])
  })

  test('a request that is lost is drawn to where it was missed', () => {
    const trace = traceOfDrafts([
      { kind: 'invoke', client: 'c1', operation: 1, node: 'n2', body: '1' },
      { kind: 'drop', message: 0, from: 'c1', to: 'n2', reason: 'down', cut: 0, cause: 0 },
    ])
    const { arrows } = layoutTrace(trace, OPTIONS)
    expect(arrows).toMatchObject([{ kind: 'client', dropped: 'down', sentBy: 0, endedBy: 1 }])
  })
})
