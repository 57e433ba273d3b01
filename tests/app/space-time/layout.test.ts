/** Laws of the space-time diagram's kernel, on runs of the real simulator. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Trace } from '#core'
import type { DiagramCommandId } from '../../../app/_viz/space-time/diagram-commands.ts'
import { eventsOf, groupEvents } from '../../../app/_viz/space-time/groups.ts'
import { type Bar, isOpen, type Layout, layoutTrace } from '../../../app/_viz/space-time/layout.ts'
import { faultsOf, moveCursor } from '../../../app/_viz/space-time/navigation.ts'
import { COLUMN } from '../../../app/_viz/space-time/place-groups.ts'
import { textWidth } from '../../../app/_viz/space-time/texts.ts'
import { lab, SOLUTION, STARTER, traceOf } from '../learner-code.ts'

const TRACES: readonly (readonly [string, Trace])[] = [
  ['a healthy cluster', traceOf(SOLUTION, 'healthy-cluster', 3)],
  ['cuts', traceOf(SOLUTION, 'leader-cut-off', 2)],
  ['losses and copies', traceOf(SOLUTION, 'lossy-network', 5)],
  ['crashes', traceOf(SOLUTION, 'crash-and-restart', 7)],
  ['a starter that does nothing', traceOf(STARTER, 'healthy-cluster', 1)],
]

const BASE = { ribbons: lab.ribbons, noise: lab.noise, keep: [] }

function lay(trace: Trace, axis: 'order' | 'clock', fold: boolean): Layout {
  return layoutTrace(trace, { ...BASE, axis, fold })
}

describe.each(TRACES)('%s', (_name, trace) => {
  const layouts = (['order', 'clock'] as const).flatMap((axis) =>
    [true, false].map((fold) => [axis, fold, lay(trace, axis, fold)] as const),
  )

  test('every event is in exactly one group, in order', () => {
    const { groups, groupOf } = groupEvents(trace)
    const seen = groups.flatMap((group) => eventsOf(group)).map(({ id }) => id)
    expect([...seen].sort((a, b) => a - b)).toEqual(trace.events.map(({ id }) => id))
    for (const [index, group] of groups.entries()) {
      for (const event of eventsOf(group)) expect(groupOf[event.id]).toBe(index)
    }
  })

  test.each(layouts)('%s, folded %s: marks keep the order of events', (_axis, _fold, layout) => {
    for (const [index, mark] of layout.marks.entries()) {
      const next = layout.marks[index + 1]
      expect(mark.step).toBe(index)
      if (next === undefined) continue
      expect(mark.event).toBeLessThan(next.event)
      expect(mark.position).toBeLessThanOrEqual(next.position)
    }
  })

  test.each(layouts)('%s, folded %s: a window shows the whole, restricted', (_a, _f, layout) => {
    const edge = fc.double({ min: -2, max: layout.length + 2, noNaN: true })
    fc.assert(
      fc.property(edge, edge, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const isPoint = ({ position }: { position: number }) => position >= from && position <= to
        const isSpan = (span: { from: number; to: number }) => span.from <= to && span.to >= from
        const isBar = (bar: Bar) => isSpan(isOpen(bar) ? { ...bar, to: layout.length } : bar)
        expect(layout.within(from, to)).toEqual({
          marks: layout.marks.filter(isPoint),
          columns: layout.columns.filter(isPoint),
          arrows: layout.arrows.filter(isSpan),
          bands: layout.bands.filter(isSpan),
          bars: layout.bars.filter(isBar),
        })
      }),
      { numRuns: 40 },
    )
  })

  test('without folding every event has a mark of its own group', () => {
    const layout = lay(trace, 'order', false)
    expect(layout.foldedCount).toBe(0)
    for (const { id } of trace.events) {
      const mark = layout.marks[layout.stepOf(id)]
      expect(mark && eventsOf(mark.group).some((event) => event.id === id)).toBe(true)
    }
  })

  test('folding leaves out nothing but routine messages and what they led to', () => {
    const layout = lay(trace, 'order', true)
    const shown = new Set(layout.marks.map(({ event }) => event))
    for (const { lead, effects } of groupEvents(trace).groups) {
      if (shown.has(lead.id)) continue
      expect(['receive', 'timer', 'drop']).toContain(lead.kind)
      for (const effect of effects) {
        expect(['send', 'drop', 'duplicate', 'set-timer', 'cancel-timer']).toContain(effect.kind)
        if (effect.kind === 'send') expect(lab.noise).toContain(JSON.parse(effect.body).type)
      }
    }
  })

  test('what is kept is never folded', () => {
    const keep = trace.events.map(({ id }) => id).filter((id) => id % 97 === 0)
    const layout = layoutTrace(trace, { ...BASE, axis: 'order', fold: true, keep })
    for (const id of keep) {
      const mark = layout.marks[layout.stepOf(id)]
      expect(mark && eventsOf(mark.group).some((event) => event.id === id)).toBe(true)
    }
  })

  test('an arrow goes forward, from where it was sent to where it ended', () => {
    const layout = lay(trace, 'order', false)
    for (const arrow of layout.arrows) {
      expect(arrow.to).toBeGreaterThanOrEqual(arrow.from)
      const sender = layout.marks[layout.stepOf(arrow.sentBy)]
      expect(sender?.lane).toBe(arrow.fromLane)
      expect(sender?.position).toBe(arrow.from)
      if (arrow.isStump || arrow.endedBy === undefined) continue
      const receiver = layout.marks[layout.stepOf(arrow.endedBy)]
      expect(receiver?.lane).toBe(arrow.toLane)
      expect(receiver?.position).toBe(arrow.to)
    }
  })

  test('the state bands of a node never overlap', () => {
    const layout = lay(trace, 'order', true)
    for (const lane of layout.lanes.keys()) {
      const bands = layout.bands.filter((band) => band.lane === lane && band.kind === 'state')
      for (const [index, band] of bands.entries()) {
        const next = bands[index + 1]
        if (next !== undefined) expect(next.from).toBeGreaterThanOrEqual(band.to)
      }
    }
  })

  test('the cursor walks through all marks, both ways', () => {
    const layout = lay(trace, 'order', true)
    const walk = (start: number, command: 'diagram.next' | 'diagram.previous') => {
      const visited = [start]
      for (let at = move(start, command); at !== undefined; at = move(at, command)) visited.push(at)
      return visited
    }
    const landmarks = { faults: faultsOf(trace), violations: [] }
    const move = (at: number, command: DiagramCommandId) =>
      moveCursor(layout, at, command, landmarks)
    const events = layout.marks.map(({ event }) => event)
    expect(walk(events[0] ?? 0, 'diagram.next')).toEqual(events)
    expect(walk(events.at(-1) ?? 0, 'diagram.previous')).toEqual([...events].reverse())
  })

  test('on the order axis the words of a lane never meet, whatever its labels', () => {
    const layout = lay(trace, 'order', true)
    for (const marks of layout.laneMarks.slice(1)) {
      let free = Number.NEGATIVE_INFINITY
      for (const { label, position } of marks) {
        if (label === '') continue
        const half = textWidth(label) / 2
        expect(position * COLUMN - half).toBeGreaterThanOrEqual(free)
        free = position * COLUMN + half
      }
    }
  })
})

describe('what the diagram shows', () => {
  test('a crash as a band until the restart', () => {
    const trace = TRACES[3]?.[1] as Trace
    const layout = lay(trace, 'order', true)
    const crashes = trace.events.filter(({ kind }) => kind === 'crash')
    const bands = layout.bands.filter(({ kind }) => kind === 'down')
    expect(crashes.length).toBeGreaterThan(0)
    expect(bands.map(({ from }) => from)).toEqual(
      crashes.map(({ id }) => layout.marks[layout.stepOf(id)]?.position),
    )
  })

  test('a cut as a band of the network and over the nodes that are cut off', () => {
    const trace = TRACES[1]?.[1] as Trace
    const { bands, lanes } = lay(trace, 'order', true)
    const cut = trace.events.find((event) => event.kind === 'cut')
    const alone = cut?.kind === 'cut' ? cut.label.split(' | ')[0] : undefined
    expect(bands.find(({ kind }) => kind === 'cut-network')?.text).toBe(
      `cut: ${cut?.kind === 'cut' ? cut.label : ''}`,
    )
    const hatched = bands.filter(({ kind }) => kind === 'cut').map(({ lane }) => lanes[lane]?.id)
    expect(hatched).toEqual([alone])
  })

  test('lost messages with the reason', () => {
    const trace = TRACES[2]?.[1] as Trace
    const { arrows } = lay(trace, 'order', false)
    const lost = trace.events.filter((event) => event.kind === 'drop' && event.message > 0)
    expect(arrows.filter(({ dropped }) => dropped !== undefined)).toHaveLength(lost.length)
  })

  test('bodies that are not JSON, without failing', () => {
    const trace: Trace = {
      header: { version: 2, scenario: 's', seed: 1, nodes: ['n1', 'n2'], clients: [] },
      events: [
        { id: 0, at: 0, cause: -1, kind: 'boot', node: 'n1', incarnation: 1 },
        { id: 1, at: 0, cause: 0, kind: 'send', node: 'n1', to: 'n2', message: 1, body: '{' },
      ],
    }
    expect(lay(trace, 'order', true).arrows).toMatchObject([{ isStump: true, dropped: undefined }])
  })
})
