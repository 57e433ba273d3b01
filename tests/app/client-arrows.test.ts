/** What travels between clients and nodes is drawn, whether it arrives, is late or is lost. */
import { describe, expect, it } from 'vitest'
import { figure as dashboards } from '#content/lessons/a-is-every-live-node/two-dashboards.figure.ts'
import { figure } from '#content/lessons/reading-a-history/four-ends.figure.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import { drawingOf } from '../../app/_viz/figures/run/drawing.ts'
import { runFigure } from '../../app/_viz/figures/run/run.ts'

function arrowsOf(drawn: RunFigure, choice: Readonly<Record<string, string>>) {
  const { trace, told } = runFigure(drawn, choice)
  const { arrows, lanes } = drawingOf(trace, drawn, told.marks ?? [])
  return arrows.map(({ from, to, kind }) => `${lanes[from]} ${lanes[to]} ${kind}`)
}

describe('the drawing of a client that heard nothing', () => {
  it('shows that its request was lost', () => {
    const arrows = arrowsOf(figure, { fate: 'request-lost', next: 'stop' })
    expect(arrows).toEqual(['c1 n1 lost', 'c2 n1 client', 'n1 c2 client'])
  })

  it('shows that the answer was lost', () => {
    const arrows = arrowsOf(figure, { fate: 'answer-lost', next: 'stop' })
    expect(arrows).toEqual(['c1 n1 client', 'n1 c1 lost', 'c2 n1 client', 'n1 c2 client'])
  })
})

describe('the drawing of a client that is answered', () => {
  it('has nothing lost between it and its node', () => {
    const arrows = arrowsOf(dashboards, { route: 'own', link: 'cut' })
    expect(arrows.filter((arrow) => /c\d .*lost|lost.* c\d/.test(arrow))).toEqual([])
    expect(arrows).toContain('n3 n1 lost')
  })
})
