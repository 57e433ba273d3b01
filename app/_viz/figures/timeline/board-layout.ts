/** Where the operations of a small history lie on the paper: a lane for each client. */
import type { History, Json, Operation } from '#core'

export interface BoardBar {
  readonly operation: Operation
  readonly x: number
  readonly y: number
  readonly width: number
  readonly label: string
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

const LANE = 58
const RIGHT = 14
const TOP = 8
const WIDTH = 640
const LETTER = 8
export const BAR_HEIGHT = 24

export function layOutBoard({ operations }: History): Board {
  const names = [...new Set(operations.map(({ process }) => process))].toSorted()
  const left = 24 + LETTER * Math.max(...names.map((name) => name.length))
  const times = operations.flatMap(({ call, return: end }) => [call, end ?? call])
  const last = Math.max(...times)
  const first = Math.min(...times)
  // What never returned reaches a little farther than everything else.
  const hasOpen = operations.some(({ return: end }) => end === null)
  const end = last + Math.max(1, last - first) * (hasOpen ? 0.12 : 0.03)
  const scale = (WIDTH - left - RIGHT) / (end - first)
  const xOf = (time: number) => left + (time - first) * scale
  const laneOf = (process: string) => TOP + LANE * names.indexOf(process) + LANE / 2
  return {
    width: WIDTH,
    height: 2 * TOP + LANE * names.length,
    lanes: names.map((name) => ({ name, y: laneOf(name) })),
    bars: operations.map((operation) => ({
      operation,
      x: xOf(operation.call),
      y: laneOf(operation.process),
      width: Math.max(4, xOf(operation.return ?? end) - xOf(operation.call)),
      label: labelOf(operation),
      isOpen: operation.return === null,
    })),
    end,
    xOf,
    timeOf: (x) => first + (x - left) / scale,
  }
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
