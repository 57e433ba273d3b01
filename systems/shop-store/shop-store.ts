/**
 * One shop on several sites, in which each operation keeps what it needs and pays only for that.
 * The first node is home to stock and payments.
 *
 * - `browse` answers with this site's copy of the price. `reprice` sets it at home and sends it
 *   out. Answers are never newer than the truth and may be older.
 * - `add` puts an item into this site's copy of the cart, which only grows and is merged by union;
 *   it answers with the cart as far as this site knows it.
 * - `stock` asks home, which asks a majority whether it is still home, and answers with the
 *   number of items left: linearizable.
 * - `pay` takes one item at home if there is one, and is answered once a majority has the new
 *   number. What is sold is never more than what was there.
 *
 * `browse` and `add` are answered by every live node. The other two are answered only where home
 * and a majority can be reached. Left out: disks, another home, and removing from a cart.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type ShopCommand =
  | { readonly kind: 'browse' }
  | { readonly kind: 'reprice'; readonly price: number }
  | { readonly kind: 'add'; readonly item: string }
  | { readonly kind: 'stock' }
  | { readonly kind: 'pay' }

/** What the scenario sets. */
export type ShopSettings = {
  readonly price: number
  readonly stock: number
}

type ShopAnswer = number | readonly string[]

type ShopMessage =
  | { readonly type: 'price'; readonly price: number; readonly version: number }
  | { readonly type: 'cart'; readonly items: readonly string[] }
  | { readonly type: 'ask home'; readonly task: number; readonly command: ShopCommand }
  | { readonly type: 'done'; readonly task: number; readonly answer: number | 'sold out' }
  | { readonly type: 'confirm'; readonly round: number; readonly stock: number }
  | { readonly type: 'confirmed'; readonly round: number }

/** What home will answer once a majority has confirmed. */
interface Round {
  readonly from: NodeId
  readonly task: number
  readonly answer: number
  readonly voices: readonly NodeId[]
}

export class ShopStore extends Node<ShopMessage, ShopCommand, ShopAnswer> {
  static override readonly watched: readonly string[] = ['price', 'cart', 'stock']

  readonly rules = this.settings as unknown as ShopSettings
  price = this.rules.price
  priceVersion = 0
  cart: readonly string[] = []
  stock = this.rules.stock
  newestRound = 0
  readonly rounds = new Map<number, Round>()
  readonly waiting = new Map<number, Request<ShopCommand>>()

  override onRequest(request: Request<ShopCommand>) {
    const { id, command } = request
    if (command.kind === 'browse') {
      this.reply(request, this.price)
    } else if (command.kind === 'add') {
      this.merge([command.item])
      this.broadcast({ type: 'cart', items: this.cart })
      this.reply(request, this.cart)
    } else {
      this.waiting.set(id, request)
      const [home = this.id] = this.nodes
      if (home === this.id) this.serve(home, id, command)
      else this.send(home, { type: 'ask home', task: id, command })
    }
  }

  override onMessage(from: NodeId, message: ShopMessage) {
    switch (message.type) {
      case 'price':
        if (message.version <= this.priceVersion) return
        this.price = message.price
        this.priceVersion = message.version
        return
      case 'cart':
        this.merge(message.items)
        return
      case 'ask home':
        this.serve(from, message.task, message.command)
        return
      case 'done':
        this.finish(message.task, message.answer)
        return
      case 'confirm':
        if (message.round > this.newestRound) {
          this.newestRound = message.round
          this.stock = message.stock
        }
        this.send(from, { type: 'confirmed', round: message.round })
        return
      case 'confirmed':
        this.hear(from, message.round)
    }
  }

  /** At home: carries a command out, and answers now or when a majority has confirmed. */
  serve(from: NodeId, task: number, command: ShopCommand) {
    if (command.kind === 'reprice') {
      this.price = command.price
      this.priceVersion += 1
      this.broadcast({ type: 'price', price: this.price, version: this.priceVersion })
      this.answer(from, task, this.price)
      return
    }
    if (command.kind === 'pay') {
      if (this.stock === 0) {
        this.answer(from, task, 'sold out')
        return
      }
      this.stock -= 1
    }
    this.newestRound += 1
    const round = this.newestRound
    this.rounds.set(round, { from, task, answer: this.stock, voices: [this.id] })
    this.broadcast({ type: 'confirm', round, stock: this.stock })
  }

  hear(from: NodeId, round: number) {
    const open = this.rounds.get(round)
    if (open === undefined || open.voices.includes(from)) return
    const voices = [...open.voices, from]
    this.rounds.set(round, { ...open, voices })
    if (voices.length * 2 <= this.nodes.length) return
    this.rounds.delete(round)
    this.answer(open.from, open.task, open.answer)
  }

  answer(to: NodeId, task: number, answer: number | 'sold out') {
    if (to === this.id) this.finish(task, answer)
    else this.send(to, { type: 'done', task, answer })
  }

  finish(task: number, answer: number | 'sold out') {
    const request = this.waiting.get(task)
    if (request === undefined) return
    this.waiting.delete(task)
    if (answer === 'sold out') this.refuse(request, 'sold out')
    else this.reply(request, answer)
  }

  merge(items: readonly string[]) {
    this.cart = [...new Set([...this.cart, ...items])].sort()
  }
}
