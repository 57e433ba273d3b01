import { type Command, type NodeId, type Request, ShopNode } from 'netsplit/stock'

/** How many pieces each shop has sold: a counter that every shop merges by the greatest number. */
type Sold = Record<NodeId, number>

export class Shop extends ShopNode<Sold> {
  private sold: Sold = {}

  onStart() {
    this.sold = (this.disk.read('sold') as Sold | undefined) ?? {}
    this.count()
    this.setTimer('tell', 80)
  }

  onRequest(request: Request<Command>) {
    const { count } = request.command
    // This shop sees what is left of the stock. So does every other shop.
    if (this.share < count) return this.refuse(request, 'sold out')
    this.sold[this.id] = (this.sold[this.id] ?? 0) + count
    this.save()
    this.reply(request, true)
  }

  onMessage(_from: NodeId, sold: Sold) {
    for (const [shop, count] of Object.entries(sold)) {
      this.sold[shop] = Math.max(this.sold[shop] ?? 0, count)
    }
    this.save()
  }

  onTimer() {
    this.broadcast(this.sold)
    this.setTimer('tell', 80)
  }

  private save() {
    this.disk.write('sold', this.sold)
    this.disk.sync()
    this.count()
  }

  private count() {
    const sold = Object.values(this.sold).reduce((total, one) => total + one, 0)
    this.share = this.stock - sold
  }
}
