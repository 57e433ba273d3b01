import { type NodeId, TextNode } from 'netsplit/text'

/** Names a character for ever. Grows along every chain of causes. */
interface Id {
  counter: number
  node: NodeId
}

interface Cell {
  id: Id
  char: string
  isRemoved: boolean
}

type Operation =
  /** A new character, right after another one, or at the very beginning. */
  { type: 'insert'; id: Id; after: Id | null; char: string } | { type: 'remove'; id: Id }

export class Text extends TextNode<Operation> {
  /** All characters that there ever were, in their order. */
  private cells: Cell[] = []
  /** The greatest counter that this node has seen. */
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

  apply(operation: Operation) {
    if (operation.type === 'insert') this.place(operation)
    else this.hide(operation.id)
    this.text = this.visible()
      .map(({ char }) => char)
      .join('')
  }

  /** Newer characters that were put after the same one stay in front (RGA, Roh et al. 2011). */
  private place({ id, after, char }: Operation & { type: 'insert' }) {
    this.counter = Math.max(this.counter, id.counter)
    let index = after === null ? 0 : this.indexOf(after) + 1
    for (;;) {
      const cell = this.cells[index]
      if (cell === undefined || !isNewer(cell.id, id)) break
      index++
    }
    this.cells.splice(index, 0, { id, char, isRemoved: false })
  }

  /** Hidden, not thrown away: others may still put something after it. */
  private hide(id: Id) {
    const cell = this.cells[this.indexOf(id)]
    if (cell !== undefined) cell.isRemoved = true
  }

  private visible(): Cell[] {
    return this.cells.filter(({ isRemoved }) => !isRemoved)
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
