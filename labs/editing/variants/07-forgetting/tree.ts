import { ForgettingText, type Stamp } from 'netsplit/forgetting'

type Operation =
  | { kind: 'put'; name: string; parent: string; time: number; char: string }
  | { kind: 'drop'; name: string }

interface Leaf {
  time: number
  char: string
  children: string[]
  parent: string
  dropped: Stamp | null
}

interface State {
  time: number
  leaves: [name: string, leaf: Leaf][]
}

const ROOT = ''

/** A tree in which each character hangs below the one it was typed after; it loses dry leaves. */
export class Text extends ForgettingText<Operation, State> {
  private time = 0
  private leaves = new Map<string, Leaf>([[ROOT, rootOf([])]])

  insert(index: number, char: string): Operation {
    const time = this.time + 1
    const parent = index === 0 ? ROOT : (this.walk()[index - 1] ?? ROOT)
    return { kind: 'put', name: `${time}@${this.id}`, parent, time, char }
  }

  remove(index: number): Operation {
    return { kind: 'drop', name: this.walk()[index] ?? ROOT }
  }

  apply(operation: Operation, stamp: Stamp) {
    if (operation.kind === 'put') {
      const { name, parent, time, char } = operation
      this.time = Math.max(this.time, time)
      this.leaves.set(name, { time, char, children: [], parent, dropped: null })
      const siblings = this.leaves.get(parent)?.children ?? []
      siblings.push(name)
      siblings.sort((a, b) => this.timeOf(b) - this.timeOf(a) || (a < b ? 1 : -1))
    } else {
      const leaf = this.leaves.get(operation.name)
      if (leaf !== undefined) leaf.dropped ??= stamp
    }
    this.show()
  }

  /** From the newest to the oldest: what hangs below something is newer than it. */
  forget() {
    const oldestSeen = this.settled()
    const names = [...this.leaves.keys()].sort((a, b) => this.timeOf(b) - this.timeOf(a))
    for (const name of names) {
      const leaf = this.leaves.get(name)
      if (leaf === undefined || leaf.dropped === null || leaf.children.length > 0) continue
      const { origin, number } = leaf.dropped
      if (number > (oldestSeen[origin] ?? 0)) continue
      this.leaves.delete(name)
      const siblings = this.leaves.get(leaf.parent)?.children
      siblings?.splice(siblings.indexOf(name), 1)
    }
  }

  save(): State {
    return { time: this.time, leaves: [...this.leaves] }
  }

  load({ time, leaves }: State) {
    this.time = time
    this.leaves = new Map(leaves)
    this.show()
  }

  /** Up to which operation of each node everything that is still to come knows all. */
  private settled(): Record<string, number> {
    const said = this.nodes.map((node) => {
      const heard = this.heardFrom(node)
      const isComplete = (this.progress[node] ?? 0) >= (heard[node] ?? 0)
      return isComplete ? heard : {}
    })
    return Object.fromEntries(
      this.nodes.map((node) => [node, Math.min(...said.map((heard) => heard[node] ?? 0))]),
    )
  }

  private show() {
    this.text = this.walk()
      .map((name) => this.leaves.get(name)?.char ?? '')
      .join('')
  }

  private timeOf(name: string): number {
    return this.leaves.get(name)?.time ?? 0
  }

  /** The names of the characters that are still there, in order. */
  private walk(): string[] {
    const all: string[] = []
    const stack = [ROOT]
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      const leaf = this.leaves.get(name)
      if (leaf === undefined) continue
      if (name !== ROOT && leaf.dropped === null) all.push(name)
      stack.push(...[...leaf.children].reverse())
    }
    return all
  }
}

function rootOf(children: string[]): Leaf {
  return { time: 0, char: '', children, parent: ROOT, dropped: null }
}
