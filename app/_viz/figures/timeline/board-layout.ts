/** Where the operations of a small history lie on the paper: a lane for each client. */
import type { History, Json, Operation } from '#core'

export type BoardSize = 'wide' | 'narrow'

export interface BoardBar {
  readonly operation: Operation
  readonly x: number
  readonly y: number
  readonly width: number
  readonly label: string
  readonly labelX: number
  readonly isLabelBelow: boolean
  /** It never returned: it has no end. */
  readonly isOpen: boolean
}

export interface Board {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly name: string; readonly y: number }[]
  readonly bars: readonly BoardBar[]
  /** The end of the time axis, in the history's own time. */
  readonly end: number
  xOf(time: number): number
  timeOf(x: number): number
}

const LANE = 62
const RIGHT = 14
const TOP = 8
const WIDTH_WIDE = 640
const WIDTH_NARROW = 326
/** What the busiest lane needs for each of its operations. */
const OPERATION_NARROW = 74
const LETTER = 8
const LABEL_LETTER = 7
export const BAR_HEIGHT = 24

/** @param size a narrow board is as wide as a phone, or as its busiest lane needs */
export function layOutBoard({ operations }: History, size: BoardSize): Board {
  const names = [...new Set(operations.map(({ process }) => process))].toSorted()
  const left = 24 + LETTER * Math.max(...names.map((name) => name.length))
  const times = operations.flatMap(({ call, return: end }) => [call, end ?? call])
  const last = Math.max(...times)
  const first = Math.min(...times)
  // What never returned reaches a little farther than everything else.
  const hasOpen = operations.some(({ return: end }) => end === null)
  const end = last + Math.max(1, last - first) * (hasOpen ? 0.12 : 0.03)
  const busiest = Math.max(
    ...names.map((name) => operations.filter(({ process }) => process === name).length),
  )
  const width =
    size === 'wide' ? WIDTH_WIDE : Math.max(WIDTH_NARROW, left + RIGHT + OPERATION_NARROW * busiest)
  const scale = (width - left - RIGHT) / (end - first)
  const xOf = (time: number) => left + (time - first) * scale
  const laneOf = (process: string) => TOP + LANE * names.indexOf(process) + LANE / 2
  return {
    width,
    height: 2 * TOP + LANE * names.length,
    lanes: names.map((name) => ({ name, y: laneOf(name) })),
    bars: withLabels(
      operations.map((operation) => ({
        operation,
        x: xOf(operation.call),
        y: laneOf(operation.process),
        width: Math.max(4, xOf(operation.return ?? end) - xOf(operation.call)),
        label: labelOf(operation),
        isOpen: operation.return === null,
      })),
      width,
    ),
    end,
    xOf,
    timeOf: (x) => first + (x - left) / scale,
  }
}

/** Labels stand above their bars, or below where the one before them in the lane is in the way. */
function withLabels(
  bars: readonly Omit<BoardBar, 'labelX' | 'isLabelBelow'>[],
  width: number,
): readonly BoardBar[] {
  const endsAbove = new Map<number, number>()
  return bars.map((bar) => {
    const length = bar.label.length * LABEL_LETTER
    const labelX = Math.max(0, Math.min(bar.x + 2, width - length))
    const isLabelBelow = labelX < (endsAbove.get(bar.y) ?? 0)
    if (!isLabelBelow) endsAbove.set(bar.y, labelX + length)
    return { ...bar, labelX, isLabelBelow }
  })
}

/** `write x = 1`, `read → 7`, `read → ?`. */
export function labelOf({ f, key, input, output, outcome }: Operation): string {
  if (f === 'txn') return transactionLabel(outcome === 'ok' ? output : input)
  const asked = [f, key, input === null ? '' : `${key === '' ? '' : '= '}${plain(input)}`]
  const said = asked.filter((part) => part !== '').join(' ')
  if (outcome === 'info') return `${said} → ?`
  if (outcome === 'fail') return `${said} → refused`
  return f === 'write' || f === 'put' ? said : `${said} → ${plain(output)}`
}

/** Of the operations inside a transaction. */
const MEANS: Readonly<Record<string, string>> = { r: 'is', w: ':=', append: '+=' }

function transactionLabel(parts: Json): string {
  if (!Array.isArray(parts)) return ''
  return parts
    .map((part: Json) => {
      const [f, key, value] = Array.isArray(part) ? part : []
      return `${plain(key)} ${MEANS[String(f)] ?? ''} ${plain(value)}`
    })
    .join('; ')
}

function plain(value: Json | undefined): string {
  if (value === null || value === undefined) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
