/**
 * The last items of a shop. The first node keeps the stock; the others are shop fronts, which look
 * at the stock, take the customer through the checkout, and then write. Two settings:
 *
 * - `look`: a front asks the keeper (`fresh`) or looks at the copy that it got at some time
 *   (`copy`);
 * - `sell`: it then writes the number that it computed (`write`), or asks for the change to be made
 *   only if the stock is still what it saw (`conditional`). A conditional change that comes too
 *   late tells the front the true stock, and the front tries again with that.
 *
 * With `conditional` no more is sold than there was, however old the look. With `write` two fronts
 * can sell the same item, however fresh it was.
 *
 * Left out: lost messages, crashes, carts.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export interface ShopCommand {
  readonly kind: 'buy'
}

export interface ShopSettings {
  readonly stock: number
  readonly look: 'fresh' | 'copy'
  readonly sell: 'write' | 'conditional'
  /** How long a customer takes to check out. */
  readonly checkoutMs: number
}

type ShopMessage =
  | { readonly type: 'look'; readonly request: number }
  | { readonly type: 'stock'; readonly request: number; readonly stock: number }
  /** `from` is left out where the sale is made whatever the stock is. */
  | {
      readonly type: 'sell'
      readonly request: number
      readonly from?: number
      readonly to: number
    }
  | { readonly type: 'sold'; readonly request: number }
  | { readonly type: 'too-late'; readonly request: number; readonly stock: number }

interface Sale {
  readonly request: Request<ShopCommand>
  /** What the front believes the stock to be. */
  seen: number
}

export class ShopStock extends Node<ShopMessage, ShopCommand, string> {
  static override readonly watched: readonly string[] = ['stock']

  /** The keeper's stock; at a front, its copy. */
  stock = this.rules.stock
  readonly sales = new Map<number, Sale>()

  override onRequest(request: Request<ShopCommand>) {
    if (this.id === this.keeper) {
      this.refuse(request, 'customers buy at a shop front')
      return
    }
    this.sales.set(request.id, { request, seen: this.stock })
    if (this.rules.look === 'fresh') this.send(this.keeper, { type: 'look', request: request.id })
    else this.checkOut(request.id, this.stock)
  }

  override onMessage(from: NodeId, message: ShopMessage) {
    const { request } = message
    switch (message.type) {
      case 'look':
        this.send(from, { type: 'stock', request, stock: this.stock })
        return
      case 'sell':
        this.sell(from, message)
        return
      case 'stock':
        this.checkOut(request, message.stock)
        return
      case 'sold':
        this.close(request, 'sold')
        return
      case 'too-late':
        this.checkOut(request, message.stock)
    }
  }

  override onTimer(name: string) {
    const sale = this.sales.get(Number(name))
    if (sale === undefined) return
    const { seen } = sale
    const isConditional = this.rules.sell === 'conditional'
    const condition = isConditional ? { from: seen } : {}
    this.send(this.keeper, { type: 'sell', request: Number(name), ...condition, to: seen - 1 })
  }

  get rules(): ShopSettings {
    return this.settings as unknown as ShopSettings
  }

  get keeper(): NodeId {
    return this.nodes[0] ?? this.id
  }

  /** Goes on with a sale, or ends it when there is nothing left. */
  checkOut(id: number, stock: number) {
    const sale = this.sales.get(id)
    if (sale === undefined) return
    this.stock = stock
    sale.seen = stock
    if (stock > 0) this.setTimer(String(id), this.rules.checkoutMs)
    else this.close(id, 'sold out')
  }

  /** At the keeper: makes the change unless its condition no longer holds. */
  sell(front: NodeId, { request, from, to }: ShopMessage & { type: 'sell' }) {
    if (from !== undefined && from !== this.stock) {
      this.send(front, { type: 'too-late', request, stock: this.stock })
      return
    }
    this.stock = to
    this.send(front, { type: 'sold', request })
  }

  close(id: number, result: string) {
    const sale = this.sales.get(id)
    if (sale === undefined) return
    this.sales.delete(id)
    this.reply(sale.request, result)
  }
}
