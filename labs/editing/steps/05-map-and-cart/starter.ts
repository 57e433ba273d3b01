import { type Cart, CartNode, type Command } from 'netsplit/cart'

/** The whole cart after a command, and when that was. */
interface Operation {
  cart: Cart
  atMs: number
}

export class SharedCart extends CartNode<Operation> {
  private changedAtMs = -1

  prepare(command: Command): Operation {
    const cart = { ...this.value }
    const line = cart[command.item] ?? { count: 0, note: '' }
    if (command.op === 'add') cart[command.item] = { ...line, count: line.count + command.count }
    if (command.op === 'note') cart[command.item] = { ...line, note: command.note }
    if (command.op === 'remove') delete cart[command.item]
    return { cart, atMs: this.now() }
  }

  apply({ cart, atMs }: Operation) {
    // The cart that was changed last replaces the other. What was in the other?
    if (atMs < this.changedAtMs) return
    this.changedAtMs = atMs
    this.value = cart
  }
}
