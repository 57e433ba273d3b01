/** Which rectangles of a drawing are free: a coarse grid, so that asking costs little. */
import type { Box } from './geometry.ts'

const CELL = { width: 64, height: 16 }

export class Rects {
  readonly #cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [box])
      else cell.push(box)
    }
  }

  /** True when nothing that was added meets `box`. */
  isFree(box: Box): boolean {
    return keysOf(box).every((key) => !this.#cells.get(key)?.some((other) => meets(box, other)))
  }
}

function keysOf({ x, y, width, height }: Box): readonly string[] {
  const keys: string[] = []
  const right = Math.floor((x + width) / CELL.width)
  const bottom = Math.floor((y + height) / CELL.height)
  for (let column = Math.floor(x / CELL.width); column <= right; column++) {
    for (let row = Math.floor(y / CELL.height); row <= bottom; row++) keys.push(`${column} ${row}`)
  }
  return keys
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
