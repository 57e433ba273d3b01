/**
 * A stock of umbrellas on one node, so that nothing can go wrong but the talk between client and
 * node. A client takes one or counts them. A node that is `closed` refuses to sell.
 *
 * One copy, one writer: linearizable. It does not know a request that is sent again from a new
 * one, so a client that tries again after a lost answer takes two.
 */
import { Node, type Request } from '#kit/node.ts'

export type ShelfCommand = { readonly kind: 'take' } | { readonly kind: 'count' }

/** What the scenario sets. */
export type ShelfSettings = {
  readonly stock: number
  readonly isClosed: boolean
}

export class StockShelf extends Node<never, ShelfCommand, number> {
  static override readonly watched: readonly string[] = ['stock']

  stock = (this.settings as unknown as ShelfSettings).stock

  override onRequest(request: Request<ShelfCommand>) {
    const { isClosed } = this.settings as unknown as ShelfSettings
    if (request.command.kind === 'take') {
      if (isClosed || this.stock === 0) {
        this.refuse(request, isClosed ? 'closed for stocktaking' : 'sold out')
        return
      }
      this.stock -= 1
    }
    this.reply(request, this.stock)
  }
}
