import { type NodeId, TextNode } from 'netsplit/text'

/** A turn on the way down from the root: to which side, and to whom. */
interface Turn {
  side: 0 | 2
  node: NodeId
  count: number
}

type Path = Turn[]

type Operation = { put: Path; char: string } | { drop: Path }

interface Letter {
  path: Path
  char: string
  isGone: boolean
}

/** Every character carries its whole way through the tree; the list is sorted by these. */
export class Text extends TextNode<Operation> {
  private letters: Letter[] = []
  private count = 0

  insert(index: number, char: string): Operation {
    const shown = this.shown()
    const left = shown[index - 1]
    const turn = { node: this.id, count: this.count + 1 }
    const at = left === undefined ? -1 : this.letters.indexOf(left)
    const next = this.letters[at + 1]
    const leftPath = left?.path ?? []
    // What follows is below the left one on its right side: the new one goes to its left.
    if (next !== undefined && isBelow(next.path, leftPath)) {
      return { put: [...next.path, { side: 0, ...turn }], char }
    }
    return { put: [...leftPath, { side: 2, ...turn }], char }
  }

  remove(index: number): Operation {
    return { drop: this.shown()[index]?.path ?? [] }
  }

  apply(operation: Operation) {
    if ('put' in operation) {
      const { put: path, char } = operation
      const last = path.at(-1)
      if (last?.node === this.id) this.count = Math.max(this.count, last.count)
      const index = this.letters.findIndex((letter) => comparePaths(letter.path, path) > 0)
      const letter = { path, char, isGone: false }
      this.letters.splice(index < 0 ? this.letters.length : index, 0, letter)
    } else {
      for (const letter of this.letters) {
        if (comparePaths(letter.path, operation.drop) === 0) letter.isGone = true
      }
    }
    this.text = this.shown()
      .map(({ char }) => char)
      .join('')
  }

  private shown(): Letter[] {
    return this.letters.filter(({ isGone }) => !isGone)
  }
}

function isBelow(path: Path, above: Path): boolean {
  const turn = path[above.length]
  return (
    turn !== undefined &&
    turn.side === 2 &&
    above.every((one, index) => compareTurns(one, path[index]) === 0)
  )
}

/** A node stands right of all on its left side (0), and left of all on its right side (2). */
function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < a.length || index < b.length; index++) {
    const order = compareTurns(a[index], b[index])
    if (order !== 0) return order
  }
  return 0
}

function compareTurns(a: Turn | undefined, b: Turn | undefined): number {
  const difference = (a?.side ?? 1) - (b?.side ?? 1)
  if (difference !== 0 || a === undefined || b === undefined) return difference
  if (a.node !== b.node) return a.node < b.node ? -1 : 1
  return a.count - b.count
}
