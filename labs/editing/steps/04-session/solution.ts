import { type NodeId, TypingNode } from 'netsplit/typing'

/** Names a character for ever. The characters of one insert have ids in a row. */
interface Id {
  counter: number
  node: NodeId
}

interface Cell {
  id: Id
  char: string
  isRemoved: boolean
}

/** So many characters with ids in a row: node, first counter, count. */
type Run = [node: NodeId, counter: number, count: number]

type Operation =
  /** `id` is that of the first character; each of the others comes after the one before it. */
  { type: 'insert'; id: Id; after: Id | null; text: string } | { type: 'remove'; runs: Run[] }

export class Text extends TypingNode<Operation> {
  private cells: Cell[] = []
  private counter = 0

  insert(index: number, text: string): Operation {
    const id = { counter: this.counter + 1, node: this.id }
    return { type: 'insert', id, after: this.visible()[index - 1]?.id ?? null, text }
  }

  remove(index: number, count: number): Operation {
    const runs: Run[] = []
    for (const { id } of this.visible().slice(index, index + count)) {
      const run = runs.at(-1)
      if (run !== undefined && run[0] === id.node && run[1] + run[2] === id.counter) run[2]++
      else runs.push([id.node, id.counter, 1])
    }
    return { type: 'remove', runs }
  }

  apply(operation: Operation) {
    if (operation.type === 'insert') this.place(operation)
    else for (const run of operation.runs) this.hide(run)
    this.text = this.visible()
      .map(({ char }) => char)
      .join('')
  }

  /** What comes after the first character is newer than all that stands there already. */
  private place({ id, after, text }: Operation & { type: 'insert' }) {
    this.counter = Math.max(this.counter, id.counter + text.length - 1)
    let index = after === null ? 0 : this.indexOf(after) + 1
    for (;;) {
      const cell = this.cells[index]
      if (cell === undefined || !isNewer(cell.id, id)) break
      index++
    }
    const cells = text.split('').map((char, offset) => ({
      id: { counter: id.counter + offset, node: id.node },
      char,
      isRemoved: false,
    }))
    this.cells.splice(index, 0, ...cells)
  }

  /** Somebody may have typed between them, so each is looked for by its own id. */
  private hide([node, first, count]: Run) {
    for (const cell of this.cells) {
      const { counter } = cell.id
      if (cell.id.node === node && counter >= first && counter < first + count) {
        cell.isRemoved = true
      }
    }
  }

  private visible(): Cell[] {
    return this.cells.filter(({ isRemoved }) => !isRemoved)
  }

  private indexOf(id: Id): number {
    return this.cells.findIndex(
      (cell) => cell.id.counter === id.counter && cell.id.node === id.node,
    )
  }
}

function isNewer(a: Id, b: Id): boolean {
  return a.counter === b.counter ? a.node > b.node : a.counter > b.counter
}
