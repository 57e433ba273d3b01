/** The viewer as a browser gets it first: its structure, names and words. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '#core'
import { TraceViewer, type TraceViewerProps } from '../../../app/_viz/space-time/trace-viewer.tsx'
import { DRAWN } from './drawn-run.ts'

const PROPS: TraceViewerProps = {
  trace: DRAWN,
  ribbons: [{ field: 'role', label: 'role' }],
  noise: [],
  highlights: { violation: 17, related: [4, 13] },
  violationText: 'It broke.',
  cursor: 17,
  onCursor: () => {},
}

function html(props: Partial<TraceViewerProps> = {}): string {
  return renderToStaticMarkup(<TraceViewer {...PROPS} {...props} />)
}

/** The drawing without what is around it. */
function drawing(text: string): string {
  return /<svg role="group".*?<\/svg>/s.exec(text)?.[0] ?? ''
}

describe('the drawing', () => {
  test('is a group with one sentence, and one mark that can have the focus', () => {
    const svg = drawing(html())
    expect(svg).toContain('aria-label="Run with seed 7: 3 nodes, 1 client, 31 events in 0.030 s, ')
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1)
    expect(svg).toContain('aria-label="event 17 of 30, 0.017 s, n1 receives Ack from n2"')
  })

  test('says once that something broke, and numbers the story', () => {
    const svg = drawing(html())
    expect(svg.match(/>violation</g)).toHaveLength(1)
    for (const number of ['1', '2']) expect(svg).toContain(`>${number}</text>`)
  })

  test('draws operations, also the one that nobody answered', () => {
    const svg = drawing(html())
    for (const text of ['put x 1 → ok', 'get x → ?']) expect(svg).toContain(text)
    expect(svg).toContain('data-tail')
  })

  test('shows where another run parts from it, and what happened here only', () => {
    const theirs = { ...DRAWN, events: DRAWN.events.slice(0, 20) }
    const result = compareRuns(DRAWN, theirs)
    const comparison = { result, side: 'ours', ours: 'A', theirs: 'B' } as const
    const svg = drawing(html({ comparison }))
    expect(svg).toContain('data-fork="20"')
    expect(svg).toContain('parts from B')
    expect(html({ comparison, cursor: 22 })).toContain('It happened in this run only.')
    expect(html({ comparison, cursor: 13 })).not.toContain('It happened in this run only.')
    expect(drawing(html())).not.toContain('data-fork')
    const other = drawing(html({ trace: theirs, comparison: { ...comparison, side: 'theirs' } }))
    expect(other).not.toContain('data-fork')
  })

  test('marks what the page lays over it, on the lanes that it names', () => {
    const overlayBands = [{ key: 'cut', lanes: ['n2', 'n3'], fromEvent: 4, toEvent: 20, text: 'x' }]
    expect(drawing(html({ overlayBands })).match(/data-overlay="cut"/g)).toHaveLength(2)
  })
})

describe('around it', () => {
  test('the slider counts events and says what is there', () => {
    const slider = /<input type="range".*?\/>/s.exec(html())?.[0] ?? ''
    expect(slider).toContain('max="30"')
    expect(slider).toContain('value="17"')
    expect(slider).toContain('aria-valuetext="event 17 of 30, 0.017 s, n1 receives Ack from n2"')
  })

  test('the inspector tells of the step, its cause, and that it broke', () => {
    const text = html()
    expect(text).toContain('It broke.')
    expect(text).toContain('n1 answers c1: operation 1 gave')
    expect(text).toContain('earlier events may have led to it')
    expect(html({ cursor: 4 })).not.toContain('It broke.')
  })

  test('notes of the code stand apart', () => {
    expect(html({ cursor: 4 })).toContain('asking the others')
  })

  test('what a page does not offer is not there', () => {
    expect(html()).not.toContain('What if…')
    expect(html({ onPickEvent: () => {} })).toContain('What if…')
  })

  test('a run without a violation and without faults has no buttons for them', () => {
    const calm = {
      header: DRAWN.header,
      events: DRAWN.events.slice(0, 12),
    }
    const text = html({
      trace: calm,
      cursor: 0,
      highlights: { violation: undefined, related: [] },
    })
    expect(text).not.toContain('Go to the violation')
    expect(text).not.toContain('Next fault')
    expect(html()).toContain('Next fault')
  })
})
