import { ForgettingText, type NodeId, type Stamp } from 'netsplit/forgetting'

interface Id {
  counter: number
  node: NodeId
}

interface Cell {
  id: Id
  after: Id | null
  char: string
  /** The first operation that removed it, or null. */
  removedBy: Stamp | null
}

type Operation =
  | { type: 'insert'; id: Id; after: Id | null; char: string }
  | { type: 'remove'; id: Id }

interface State {
  cells: Cell[]
  counter: number
}

export class Text extends ForgettingText<Operation, State> {
  private cells: Cell[] = []
  private counter = 0

  insert(index: number, char: string): Operation {
    const id = { counter: this.counter + 1, node: this.id }
    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, char }
  }

  remove(index: number): Operation {
    const cell = this.visible()[index]
    if (cell === undefined) throw new Error(`there is no character at index ${index}`)
    return { type: 'remove', id: cell.id }
  }

  apply(operation: Operation, stamp: Stamp) {
    if (operation.type === 'insert') this.place(operation)
    else this.hide(operation.id, stamp)
    this.show()
  }

  forget() {
    // What something hangs on must stay; when that goes, this may go as well.
    let before = -1
    while (before !== this.cells.length) {
      before = this.cells.length
      this.cells = this.cells.filter(
        ({ id, removedBy }) =>
          removedBy === null || !this.isStable(removedBy) || this.hasFollower(id),
      )
    }
  }

  save(): State {
    return { cells: this.cells, counter: this.counter }
  }

  load({ cells, counter }: State) {
    this.cells = cells
    this.counter = counter
    this.show()
  }

  /** True when all that may still arrive was made by somebody who had applied this operation. */
  private isStable({ origin, number }: Stamp): boolean {
    return this.nodes.every((node) => {
      const said = this.heardFrom(node)
      const hasIt = (said[origin] ?? 0) >= number
      const nothingOlderIsMissing = (this.progress[node] ?? 0) >= (said[node] ?? 0)
      return hasIt && nothingOlderIsMissing
    })
  }

  private hasFollower(id: Id): boolean {
    return this.cells.some(({ after }) => after !== null && isSame(after, id))
  }

  private place({ id, after, char }: Operation & { type: 'insert' }) {
    this.counter = Math.max(this.counter, id.counter)
    let index = after === null ? 0 : this.indexOf(after) + 1
    for (;;) {
      const cell = this.cells[index]
      if (cell === undefined || !isNewer(cell.id, id)) break
      index++
    }
    this.cells.splice(index, 0, { id, after, char, removedBy: null })
  }

  /** A character that is gone altogether was removed before. */
  private hide(id: Id, stamp: Stamp) {
    const cell = this.cells[this.indexOf(id)]
    if (cell !== undefined) cell.removedBy ??= stamp
  }

  private show() {
    this.text = this.visible()
      .map(({ char }) => char)
      .join('')
  }

  private visible(): Cell[] {
    return this.cells.filter(({ removedBy }) => removedBy === null)
  }

  private indexOf(id: Id): number {
    return this.cells.findIndex((cell) => isSame(cell.id, id))
  }
}

function isSame(a: Id, b: Id): boolean {
  return a.counter === b.counter && a.node === b.node
}

function isNewer(a: Id, b: Id): boolean {
  return a.counter === b.counter ? a.node > b.node : a.counter > b.counter
}
