import { type NodeId, TypingNode } from 'netsplit/typing'

/** A piece of what somebody typed in one go; it is cut in two when somebody types into it. */
interface Block {
  writer: NodeId
  /** Number of its first character among those of the writer. */
  from: number
  /** The Lamport time of its first character; the others follow one by one. */
  time: number
  text: string
  isGone: boolean
}

interface Place {
  writer: NodeId
  number: number
}

type Operation =
  | { put: string; by: NodeId; number: number; time: number; behind: Place | null }
  | { cut: [writer: NodeId, from: number, to: number][] }

/** A list of blocks instead of characters. */
export class Text extends TypingNode<Operation> {
  private blocks: Block[] = []
  private time = 0
  private written: Record<NodeId, number> = {}

  insert(index: number, text: string): Operation {
    let left = index
    let behind: Place | null = null
    for (const block of this.blocks) {
      if (left === 0) break
      if (block.isGone) continue
      const taken = Math.min(left, block.text.length)
      behind = { writer: block.writer, number: block.from + taken - 1 }
      left -= taken
    }
    const number = (this.written[this.id] ?? 0) + 1
    return { put: text, by: this.id, number, time: this.time + 1, behind }
  }

  remove(index: number, count: number): Operation {
    const cut: [NodeId, number, number][] = []
    let position = 0
    for (const { writer, from, text, isGone } of this.blocks) {
      if (isGone) continue
      const first = Math.max(0, index - position)
      const last = Math.min(text.length, index + count - position)
      if (first < last) cut.push([writer, from + first, from + last - 1])
      position += text.length
    }
    return { cut }
  }

  apply(operation: Operation) {
    if ('cut' in operation) {
      for (const [writer, from, to] of operation.cut) this.hide(writer, from, to)
    } else {
      const { put: text, by: writer, number: from, time, behind } = operation
      this.time = Math.max(this.time, time + text.length - 1)
      this.written[writer] = from + text.length - 1
      let index = behind === null ? 0 : this.splitBehind(behind)
      // A block whose first character is older ends the search, and so does the middle of one.
      for (;;) {
        const block = this.blocks[index]
        if (block === undefined || !isLater(block, { time, writer })) break
        index++
      }
      this.blocks.splice(index, 0, { writer, from, time, text, isGone: false })
    }
    this.text = this.blocks
      .filter(({ isGone }) => !isGone)
      .map(({ text }) => text)
      .join('')
  }

  /** Cuts the block behind this character, and says where the second part is. */
  private splitBehind({ writer, number }: Place): number {
    const index = this.blocks.findIndex((block) => isIn(block, writer, number))
    const block = this.blocks[index]
    if (block === undefined) return this.blocks.length
    const length = number - block.from + 1
    if (length === block.text.length) return index + 1
    const { time, isGone, text, from } = block
    const parts: Block[] = [
      { writer, from, time, isGone, text: text.slice(0, length) },
      { writer, from: number + 1, time: time + length, isGone, text: text.slice(length) },
    ]
    this.blocks.splice(index, 1, ...parts)
    return index + 1
  }

  private hide(writer: NodeId, from: number, to: number) {
    if (from > 1 && this.blocks.some((block) => isIn(block, writer, from - 1))) {
      this.splitBehind({ writer, number: from - 1 })
    }
    this.splitBehind({ writer, number: to })
    for (const block of this.blocks) {
      if (block.writer === writer && block.from >= from && block.from <= to) block.isGone = true
    }
  }
}

function isIn({ writer, from, text }: Block, wanted: NodeId, number: number): boolean {
  return writer === wanted && number >= from && number < from + text.length
}

function isLater(a: { time: number; writer: NodeId }, b: { time: number; writer: NodeId }) {
  return a.time === b.time ? a.writer > b.writer : a.time > b.time
}
