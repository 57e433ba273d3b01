import { type Command, type NodeId, type Request, ShopNode } from 'netsplit/stock'

interface Parcel {
  name: string
  to: NodeId
  count: number
}

/** All that a shop must not forget. */
interface Ledger {
  inHand: number
  parcelsMade: number
  /** On their way, until the other shop confirms them. */
  underWay: Parcel[]
  /** Parcels that it has unpacked. */
  unpacked: string[]
}

type Message =
  | { kind: 'please'; count: number }
  | { kind: 'parcel'; parcel: Parcel }
  | { kind: 'thanks'; name: string }

/** Pieces travel in parcels, which are sent until they are confirmed and unpacked once. */
export class Shop extends ShopNode<Message> {
  private ledger: Ledger = { inHand: 0, parcelsMade: 0, underWay: [], unpacked: [] }
  private customers: { request: Request<Command>; untilMs: number }[] = []

  onStart() {
    const fresh = { ...this.ledger, inHand: this.firstPart(this.id) }
    this.ledger = (this.disk.read('ledger') as Ledger | undefined) ?? fresh
    this.write()
    this.setTimer('work', 40)
  }

  onRequest(request: Request<Command>) {
    if (this.sell(request)) return
    this.customers.push({ request, untilMs: this.now() + 450 })
    this.plead()
  }

  onMessage(from: NodeId, message: Message) {
    switch (message.kind) {
      case 'please':
        return this.pack(from, message.count)
      case 'parcel':
        return this.unpack(from, message.parcel)
      case 'thanks':
        this.ledger.underWay = this.ledger.underWay.filter(({ name }) => name !== message.name)
        return this.write()
    }
  }

  onTimer() {
    for (const parcel of this.ledger.underWay) this.send(parcel.to, { kind: 'parcel', parcel })
    const late = this.customers.filter(({ untilMs }) => untilMs <= this.now())
    this.customers = this.customers.filter((one) => !late.includes(one))
    for (const { request } of late) this.refuse(request, 'none left that we could get')
    if (this.customers.length > 0) this.plead()
    this.setTimer('work', 40)
  }

  private sell(request: Request<Command>): boolean {
    const { count } = request.command
    if (this.ledger.inHand < count) return false
    this.ledger.inHand -= count
    this.write()
    this.reply(request, true)
    return true
  }

  private plead() {
    const wanted = this.customers.reduce((total, { request }) => total + request.command.count, 0)
    const count = wanted - this.ledger.inHand
    if (count > 0) this.broadcast({ kind: 'please', count })
  }

  /** One parcel at a time to each shop, so that a request that came twice is met once. */
  private pack(to: NodeId, wanted: number) {
    const count = Math.min(wanted, this.ledger.inHand)
    if (count <= 0 || this.ledger.underWay.some((parcel) => parcel.to === to)) return
    this.ledger.parcelsMade++
    const parcel = { name: `${this.id} ${this.ledger.parcelsMade}`, to, count }
    this.ledger.inHand -= count
    this.ledger.underWay.push(parcel)
    this.write()
    this.send(to, { kind: 'parcel', parcel })
  }

  private unpack(from: NodeId, { name, count }: Parcel) {
    if (!this.ledger.unpacked.includes(name)) {
      this.ledger.unpacked.push(name)
      this.ledger.inHand += count
      this.write()
      this.customers = this.customers.filter(({ request }) => !this.sell(request))
    }
    this.send(from, { kind: 'thanks', name })
  }

  private write() {
    this.disk.write('ledger', this.ledger)
    this.disk.sync()
    this.share = this.ledger.inHand
  }
}
