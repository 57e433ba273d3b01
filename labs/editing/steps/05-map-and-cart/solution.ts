import { type Cart, CartNode, type Command } from 'netsplit/cart'

/** A command together with what it replaces: the ids of what its author had seen of the item. */
interface Operation {
  command: Command
  replaces: string[]
}

interface Kept {
  item: string
  count: number
  /** Null for what an add put there. */
  note: string | null
}

export class SharedCart extends CartNode<Operation> {
  /** What is in the cart, by the id of the command that put it there. */
  private kept = new Map<string, Kept>()

  prepare(command: Command): Operation {
    const about = [...this.kept].filter(([, { item }]) => item === command.item)
    switch (command.op) {
      case 'add':
        return { command, replaces: [] }
      case 'note':
        return { command, replaces: about.filter(([, { note }]) => note !== null).map(idOf) }
      case 'remove':
        return { command, replaces: about.map(idOf) }
    }
  }

  apply({ command, replaces }: Operation) {
    for (const id of replaces) this.kept.delete(id)
    const { id, item } = command
    if (command.op === 'add') this.kept.set(id, { item, count: command.count, note: null })
    if (command.op === 'note') this.kept.set(id, { item, count: 0, note: command.note })
    this.value = this.lines()
  }

  private lines(): Cart {
    const lines: Record<string, { count: number; note: string }> = {}
    const all = [...this.kept].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [, { item, count, note }] of all) {
      const line = lines[item] ?? { count: 0, note: '' }
      // Of notes that nobody has replaced the one with the last id is shown, on every node.
      lines[item] = { count: line.count + count, note: note ?? line.note }
    }
    return lines
  }
}

function idOf([id]: [string, Kept]): string {
  return id
}
