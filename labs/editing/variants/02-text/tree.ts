import { type NodeId, TextNode } from 'netsplit/text'

type Operation =
  | { kind: 'put'; name: string; parent: string; time: number; char: string }
  | { kind: 'drop'; name: string }

interface Leaf {
  name: string
  time: number
  char: string
  children: string[]
}

const ROOT = ''

/** A tree in which each character hangs below the one it was typed after; newer children first. */
export class Text extends TextNode<Operation> {
  private leaves = new Map<string, Leaf>([[ROOT, { name: ROOT, time: 0, char: '', children: [] }]])
  private dropped = new Set<string>()
  private time = 0

  insert(index: number, char: string): Operation {
    const time = this.time + 1
    const parent = index === 0 ? ROOT : (this.walk()[index - 1]?.name ?? ROOT)
    return { kind: 'put', name: nameOf(time, this.id), parent, time, char }
  }

  remove(index: number): Operation {
    return { kind: 'drop', name: this.walk()[index]?.name ?? ROOT }
  }

  apply(operation: Operation) {
    if (operation.kind === 'drop') {
      this.dropped.add(operation.name)
    } else {
      const { name, parent, time, char } = operation
      this.time = Math.max(this.time, time)
      this.leaves.set(name, { name, time, char, children: [] })
      const siblings = this.leaves.get(parent)?.children ?? []
      siblings.push(name)
      siblings.sort((a, b) => this.compare(a, b))
    }
    this.text = this.walk()
      .map(({ char }) => char)
      .join('')
  }

  private compare(a: string, b: string): number {
    const difference = (this.leaves.get(b)?.time ?? 0) - (this.leaves.get(a)?.time ?? 0)
    return difference !== 0 ? difference : a < b ? 1 : -1
  }

  /** The characters that are still there, in order. */
  private walk(): Leaf[] {
    const all: Leaf[] = []
    const stack = [ROOT]
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      const leaf = this.leaves.get(name)
      if (leaf === undefined) continue
      if (name !== ROOT && !this.dropped.has(name)) all.push(leaf)
      stack.push(...[...leaf.children].reverse())
    }
    return all
  }
}

function nameOf(time: number, node: NodeId): string {
  return `${time}@${node}`
}
