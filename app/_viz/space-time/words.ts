/**
 * Where the words beside marks go, so that none covers another: what matters most chooses
 * first, everybody takes the first free place, and what finds none is left out. The mark
 * itself always says the same on request.
 */
import type { EventId } from '#core'
import type { Box, Geometry } from './geometry.ts'
import { type Layout, type PlacedBand, VIOLATION_WORD } from './layout.ts'
import type { Mark } from './place-groups.ts'
import { Rects } from './rects.ts'
import { textWidth } from './texts.ts'

export interface Word {
  readonly key: string
  readonly text: string
  readonly tone: 'label' | 'violation' | 'related' | 'cut'
  /** The step whose mark it belongs to; -1 for none. */
  readonly step: number
  /** Middle of its left edge. */
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface WordOptions {
  readonly layout: Layout
  readonly marks: readonly Mark[]
  readonly bands: readonly PlacedBand[]
  readonly geometry: Geometry
  /** The first pixel along that is drawn. */
  readonly start: number
  readonly cursorStep: number
  readonly violation: EventId | undefined
  /** In order: the diagram numbers them from 1. */
  readonly related: readonly EventId[]
}

const HEIGHT = 11
/** A mark with its ring, seen from its middle. */
const MARK = { half: 6, ringed: 14 }

type Request = Pick<Word, 'key' | 'text' | 'tone' | 'step'> & {
  /** The places that it likes, best first. */
  readonly places: readonly Box[]
}

/** All words that have room, in no order. */
export function placeWords(options: WordOptions): readonly Word[] {
  const { marks, geometry } = options
  const taken = new Rects()
  for (const mark of marks) taken.add(around(mark, geometry, MARK.half))
  const words: Word[] = []
  for (const { places, ...word } of requestsOf(options)) {
    const inside = places.filter((box) => isInside(box, geometry))
    // What broke is said in any case, if need be on top of a mark: it is the first to choose.
    const last = word.tone === 'violation' ? (inside[0] ?? places[0]) : undefined
    const place = inside.find((box) => taken.isFree(box)) ?? last
    if (place === undefined) continue
    taken.add(place)
    words.push({ ...word, x: place.x, y: place.y + place.height / 2, width: place.width })
  }
  return words
}

/** Where time runs down, lanes end at the edges of the drawing, and words must too. */
function isInside({ x, width }: Box, { direction, breadth }: Geometry): boolean {
  return direction === 'right' || (x >= 0 && x + width <= breadth)
}

function around({ position, lane }: Mark, geometry: Geometry, half: number): Box {
  const { x, y } = geometry.point(geometry.along(position), geometry.line(lane))
  // Flat, so that words above the line of a lane pass its marks.
  return { x: x - half, y: y - half / 2, width: 2 * half, height: half }
}

/** What broke first, then the steps of the story, the cursor, and everybody else in order. */
function requestsOf(options: WordOptions): readonly Request[] {
  const { layout, marks, cursorStep, violation, related } = options
  const violationStep = violation === undefined ? -1 : layout.stepOf(violation)
  const numbers = new Map<number, string[]>()
  for (const [index, event] of related.entries()) {
    const step = layout.stepOf(event)
    numbers.set(step, [...(numbers.get(step) ?? []), String(index + 1)])
  }
  const first: Request[] = []
  const story: Request[] = []
  const atCursor: Request[] = []
  const others: Request[] = []
  for (const mark of marks) {
    const { step, label } = mark
    const isRinged = step === cursorStep || step === violationStep || numbers.has(step)
    const request = (key: string, text: string, tone: Word['tone']): Request => {
      const spot = { mark, tone, reach: isRinged ? MARK.ringed : MARK.half, text }
      return { key, text, tone, step, places: placesFor(spot, options.geometry) }
    }
    if (step === violationStep) first.push(request('violation', VIOLATION_WORD, 'violation'))
    else if (numbers.has(step)) {
      story.push(request(`number ${step}`, numbers.get(step)?.join(' ') ?? '', 'related'))
    }
    if (label === '') continue
    const labelled = request(`label ${step}`, label, 'label')
    if (step === cursorStep) atCursor.push(labelled)
    else others.push(labelled)
  }
  return [...first, ...story, ...atCursor, ...cutRequests(options), ...others]
}

/** A lane that is cut off says from whom, at the beginning or as near to it as there is room. */
function cutRequests({ bands, geometry, start }: WordOptions): readonly Request[] {
  if (geometry.direction === 'down') return []
  return bands
    .filter(({ kind }) => kind === 'cut')
    .map((band) => {
      const from = Math.max(geometry.along(band.from), start) + 6
      const to = geometry.along(band.to)
      const y = geometry.line(band.lane) - MARK.half - 3 - HEIGHT
      const width = textWidth(band.text)
      const places = CUT_SHIFTS.map((shift) => ({ x: from + shift, y, width, height: HEIGHT }))
      return {
        key: `cut ${band.lane} ${band.from} ${band.text}`,
        text: band.text,
        tone: 'cut' as const,
        step: -1,
        places: places.filter(({ x }) => x + width < to),
      }
    })
}

const CUT_SHIFTS = [0, 40, 80, 120, 180, 240]

interface Spot {
  readonly mark: Mark
  readonly tone: Word['tone']
  readonly text: string
  /** Pixels between the middle of the mark and the word. */
  readonly reach: number
}

/** The places that a word beside a mark likes, best first. */
function placesFor({ text, tone, mark, reach }: Spot, geometry: Geometry): readonly Box[] {
  const { x, y } = geometry.point(geometry.along(mark.position), geometry.line(mark.lane))
  const width = textWidth(text) + (tone === 'violation' ? 6 : 0)
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: HEIGHT })
  const [before, after] = [x - reach - width, x + reach]
  const above = y - MARK.half - 3 - HEIGHT
  const below = y + MARK.half + 1
  const beside = y - HEIGHT / 2
  const centred = x - width / 2
  // The network's lane is low, and its neighbours are other faults.
  if (mark.lane === 0) return [box(after, beside), box(before, beside)]
  if (geometry.direction === 'down') {
    return [box(after, beside), box(before, beside), box(after, below), box(centred, above)]
  }
  if (tone !== 'label') return [box(after, above + 2), box(before, above + 2), box(after, beside)]
  const raised = reach === MARK.ringed ? [box(centred, above - 4)] : [box(centred, above)]
  return [...raised, box(after - 2, above), box(before + 2, above)]
}
