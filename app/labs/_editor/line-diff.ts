/**
 * What differs between two texts, line by line: the shortest edit script (Myers, “An O(ND)
 * Difference Algorithm and Its Variations”, 1986, section 4), for readers whose screen or
 * reader shows no diff editor.
 */

export type DiffLine =
  | { readonly kind: 'same'; readonly left: number; readonly right: number; readonly text: string }
  | { readonly kind: 'removed'; readonly left: number; readonly text: string }
  | { readonly kind: 'added'; readonly right: number; readonly text: string }

/**
 * Texts that differ in more lines than this are shown as all removed and all added: nobody
 * reads such a difference, and finding it would take long.
 */
const DISTANCE_MAX = 800

/** The lines of both in order, removed ones before those added in their place; numbers from 1. */
export function diffLines(left: string, right: string): readonly DiffLine[] {
  const [a, b] = [linesOf(left), linesOf(right)]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  const rest = Math.min(a.length, b.length) - start
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const middle = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [
    ...sameLines(a, 0, 0, start),
    ...middle.map((line) => shifted(line, start)),
    ...sameLines(a, a.length - end, b.length - end, end),
  ]
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split(/\r?\n/)
}

function sameLines(
  lines: readonly string[],
  left: number,
  right: number,
  count: number,
): readonly DiffLine[] {
  return lines.slice(left, left + count).map((text, index) => ({
    kind: 'same',
    left: left + index + 1,
    right: right + index + 1,
    text,
  }))
}

function shifted(line: DiffLine, by: number): DiffLine {
  switch (line.kind) {
    case 'same':
      return { ...line, left: line.left + by, right: line.right + by }
    case 'removed':
      return { ...line, left: line.left + by }
    case 'added':
      return { ...line, right: line.right + by }
  }
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const trail = findTrail(a, b)
  if (trail === undefined) {
    return [
      ...a.map((text, index) => ({ kind: 'removed', left: index + 1, text }) as const),
      ...b.map((text, index) => ({ kind: 'added', right: index + 1, text }) as const),
    ]
  }
  return removedFirst(walkBack(trail, a, b))
}

/** For each number of edits the furthest that every diagonal reaches in `a`. */
type Trail = readonly ReadonlyMap<number, number>[]

function findTrail(a: readonly string[], b: readonly string[]): Trail | undefined {
  const trail: ReadonlyMap<number, number>[] = []
  let reached: ReadonlyMap<number, number> = new Map([[1, 0]])
  for (let edits = 0; edits <= Math.min(a.length + b.length, DISTANCE_MAX); edits += 1) {
    trail.push(reached)
    const next = new Map(reached)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepOf(reached, diagonal, edits).x
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      next.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return trail
    }
    reached = next
  }
  return undefined
}

/** Where a diagonal begins with one edit more, and from which diagonal that edit comes. */
function stepOf(reached: ReadonlyMap<number, number>, diagonal: number, edits: number) {
  const above = reached.get(diagonal + 1) ?? -1
  const left = reached.get(diagonal - 1) ?? -1
  const isDown = diagonal === -edits || (diagonal !== edits && left < above)
  return isDown ? { from: diagonal + 1, x: above } : { from: diagonal - 1, x: left + 1 }
}

function walkBack(trail: Trail, a: readonly string[], b: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = []
  let [x, y] = [a.length, b.length]
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const reached = trail[edits] ?? new Map<number, number>()
    const { from } = stepOf(reached, x - y, edits)
    const fromX = reached.get(from) ?? 0
    const fromY = fromX - from
    while (x > Math.max(0, fromX) && y > Math.max(0, fromY)) {
      lines.push({ kind: 'same', left: x, right: y, text: a[x - 1] ?? '' })
      x -= 1
      y -= 1
    }
    if (edits === 0) break
    if (x === fromX) lines.push({ kind: 'added', right: y, text: b[y - 1] ?? '' })
    else lines.push({ kind: 'removed', left: x, text: a[x - 1] ?? '' })
    x = fromX
    y = fromY
  }
  return lines.reverse()
}

/** Between two lines that are the same, what was removed comes before what was added. */
function removedFirst(lines: readonly DiffLine[]): readonly DiffLine[] {
  const ordered: DiffLine[] = []
  let added: DiffLine[] = []
  for (const line of lines) {
    if (line.kind === 'added') {
      added.push(line)
      continue
    }
    if (line.kind === 'same') {
      ordered.push(...added)
      added = []
    }
    ordered.push(line)
  }
  return [...ordered, ...added]
}

export interface DiffHunk {
  /** Lines that both share and that are left out before this part. */
  readonly skipped: number
  readonly lines: readonly DiffLine[]
}

/** Only what changed, with some lines around it. */
export function hunksOf(lines: readonly DiffLine[], around = 3): readonly DiffHunk[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(isChange),
  )
  const hunks: { skipped: number; lines: DiffLine[] }[] = []
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    if (isNear[index] !== true) {
      skipped += 1
      continue
    }
    const isNew = index === 0 || isNear[index - 1] !== true
    if (isNew) hunks.push({ skipped, lines: [] })
    hunks.at(-1)?.lines.push(line)
    skipped = 0
  }
  return hunks
}

function isChange({ kind }: DiffLine): boolean {
  return kind !== 'same'
}

/** `3 lines added, 1 removed` */
export function changesText(lines: readonly DiffLine[]): string {
  const added = lines.filter(({ kind }) => kind === 'added').length
  const removed = lines.filter(({ kind }) => kind === 'removed').length
  if (added + removed === 0) return 'No difference.'
  return `${added} ${added === 1 ? 'line' : 'lines'} added, ${removed} removed.`
}
