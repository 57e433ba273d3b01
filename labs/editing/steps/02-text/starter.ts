import { TextNode } from 'netsplit/text'

type Operation = { type: 'insert'; index: number; char: string } | { type: 'remove'; index: number }

export class Text extends TextNode<Operation> {
  // An index is a place on this node, at this moment. What could name a place everywhere?

  insert(index: number, char: string): Operation {
    return { type: 'insert', index, char }
  }

  remove(index: number): Operation {
    return { type: 'remove', index }
  }

  apply(operation: Operation) {
    const { index } = operation
    const before = this.text.slice(0, index)
    if (operation.type === 'insert') this.text = before + operation.char + this.text.slice(index)
    else this.text = before + this.text.slice(index + 1)
  }
}
