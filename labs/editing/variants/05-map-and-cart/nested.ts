import { CartNode, type Command, type NodeId } from 'netsplit/cart'

/** Operations of each node are numbered; what somebody has seen is a number for each node. */
type Seen = Record<NodeId, number>

interface Operation {
  command: Command
  from: NodeId
  number: number
  seen: Seen
}

interface Shelf {
  counts: { from: NodeId; number: number; count: number }[]
  notes: { from: NodeId; number: number; rank: number; text: string }[]
}

/** A map of nested types: each item has a counter and a register, and a remove resets both. */
export class SharedCart extends CartNode<Operation> {
  private shelves: Record<string, Shelf> = {}
  private seen: Seen = {}

  prepare(command: Command): Operation {
    const number = (this.seen[this.id] ?? 0) + 1
    return { command, from: this.id, number, seen: { ...this.seen } }
  }

  apply({ command, from, number, seen }: Operation) {
    this.seen[from] = number
    const shelf = (this.shelves[command.item] ??= { counts: [], notes: [] })
    const isUnseen = (dot: { from: NodeId; number: number }) => dot.number > (seen[dot.from] ?? 0)
    if (command.op === 'add') shelf.counts.push({ from, number, count: command.count })
    if (command.op !== 'add') shelf.notes = shelf.notes.filter(isUnseen)
    if (command.op === 'remove') shelf.counts = shelf.counts.filter(isUnseen)
    if (command.op === 'note') {
      const rank = Object.values(seen).reduce((total, count) => total + count, 0)
      shelf.notes.push({ from, number, rank, text: command.note })
    }
    this.value = Object.fromEntries(
      Object.entries(this.shelves)
        .filter(([, { counts, notes }]) => counts.length + notes.length > 0)
        .map(([item, { counts, notes }]) => {
          const [newest] = [...notes].sort(
            (a, b) => b.rank - a.rank || (a.from < b.from ? 1 : -1) || b.number - a.number,
          )
          const count = counts.reduce((total, one) => total + one.count, 0)
          return [item, { count, note: newest?.text ?? '' }]
        }),
    )
  }
}
