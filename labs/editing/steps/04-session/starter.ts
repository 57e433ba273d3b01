import { type NodeId, TypingNode } from 'netsplit/typing'

/** Names a character for ever. */
interface Id {
  counter: number
  node: NodeId
}

interface Cell {
  id: Id
  char: string
  isRemoved: boolean
}

/** One of these for each character. How many bytes is that for a word? */
type Step = { type: 'insert'; id: Id; after: Id | null; char: string } | { type: 'remove'; id: Id }

export class Text extends TypingNode<Step[]> {
  private cells: Cell[] = []
  private counter = 0

  insert(index: number, text: string): Step[] {
    let after = this.visible()[index - 1]?.id ?? null
    return text.split('').map((char, offset) => {
      const id = { counter: this.counter + 1 + offset, node: this.id }
      const step: Step = { type: 'insert', id, after, char }
      after = id
      return step
    })
  }

  remove(index: number, count: number): Step[] {
    const cells = this.visible().slice(index, index + count)
    return cells.map(({ id }) => ({ type: 'remove', id }))
  }

  apply(steps: Step[]) {
    for (const step of steps) {
      if (step.type === 'insert') this.place(step)
      else this.hide(step.id)
    }
    this.text = this.visible()
      .map(({ char }) => char)
      .join('')
  }

  private place({ id, after, char }: Step & { type: 'insert' }) {
    this.counter = Math.max(this.counter, id.counter)
    let index = after === null ? 0 : this.indexOf(after) + 1
    for (;;) {
      const cell = this.cells[index]
      if (cell === undefined || !isNewer(cell.id, id)) break
      index++
    }
    this.cells.splice(index, 0, { id, char, isRemoved: false })
  }

  private hide(id: Id) {
    const cell = this.cells[this.indexOf(id)]
    if (cell !== undefined) cell.isRemoved = true
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
