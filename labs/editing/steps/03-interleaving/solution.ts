import { type NodeId, TextNode } from 'netsplit/text'

/** Names a character for ever. */
interface Id {
  counter: number
  node: NodeId
}

type Side = 'left' | 'right'

type Operation =
  /** A new character on one side of another one, or of the root of the tree. */
  | { type: 'insert'; id: Id; parent: Id | null; side: Side; char: string }
  | { type: 'remove'; id: Id }

/** A character with what was put on its two sides: a tree that is read from left to right. */
interface Cell {
  id: Id | null
  char: string
  isRemoved: boolean
  left: Cell[]
  right: Cell[]
}

export class Text extends TextNode<Operation> {
  private root: Cell = { id: null, char: '', isRemoved: true, left: [], right: [] }
  /** How many characters this node has made. */
  private counter = 0

  insert(index: number, char: string): Operation {
    const id = { counter: this.counter + 1, node: this.id }
    const cells = this.inOrder()
    const left = index === 0 ? this.root : (this.visible()[index - 1] ?? this.root)
    if (left.right.length === 0) {
      return { type: 'insert', id, parent: left.id, side: 'right', char }
    }
    // The place right of it is taken: stand left of the next one, removed or not.
    const next = cells[cells.indexOf(left) + 1] ?? left
    return { type: 'insert', id, parent: next.id, side: 'left', char }
  }

  remove(index: number): Operation {
    const id = this.visible()[index]?.id
    if (id === undefined || id === null) throw new Error(`there is nothing at index ${index}`)
    return { type: 'remove', id }
  }

  apply(operation: Operation) {
    if (operation.type === 'insert') this.place(operation)
    else this.find(operation.id).isRemoved = true
    this.text = this.visible()
      .map(({ char }) => char)
      .join('')
  }

  /** Those on the same side of the same character stand in the order of their ids. */
  private place({ id, parent, side, char }: Operation & { type: 'insert' }) {
    if (id.node === this.id) this.counter = Math.max(this.counter, id.counter)
    const siblings = this.find(parent)[side]
    const index = siblings.findIndex((sibling) => isBefore(id, sibling.id))
    const cell: Cell = { id, char, isRemoved: false, left: [], right: [] }
    siblings.splice(index < 0 ? siblings.length : index, 0, cell)
  }

  private visible(): Cell[] {
    return this.inOrder().filter(({ isRemoved }) => !isRemoved)
  }

  /** All cells from left to right, the root among them. */
  private inOrder(cell: Cell = this.root): Cell[] {
    return [
      ...cell.left.flatMap((child) => this.inOrder(child)),
      cell,
      ...cell.right.flatMap((child) => this.inOrder(child)),
    ]
  }

  private find(id: Id | null): Cell {
    const cell = this.inOrder().find((one) => isSame(one.id, id))
    if (cell === undefined) throw new Error('an operation comes before the one it depends on')
    return cell
  }
}

function isSame(a: Id | null, b: Id | null): boolean {
  return a?.counter === b?.counter && a?.node === b?.node
}

function isBefore(a: Id, b: Id | null): boolean {
  if (b === null) return false
  return a.node === b.node ? a.counter < b.counter : a.node < b.node
}
