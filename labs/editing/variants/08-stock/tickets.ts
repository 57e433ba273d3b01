import { type Command, type NodeId, type Request, ShopNode } from 'netsplit/stock'

/** One piece, by number: who has it, after how many hands, and whether it is sold. */
interface Ticket {
  number: number
  owner: NodeId
  hands: number
  isSold: boolean
}

type Message = { want: number } | { tickets: Ticket[] }

/** Each piece is a numbered ticket that is passed on; whoever saw it pass later knows better. */
export class Shop extends ShopNode<Message> {
  private tickets: Ticket[] = []
  private queue: { request: Request<Command>; triesLeft: number }[] = []

  onStart() {
    const stored = this.disk.read('tickets') as Ticket[] | undefined
    this.tickets = stored ?? this.firstTickets()
    this.share = this.mine().length
    this.setTimer('again', 60)
  }

  onRequest(request: Request<Command>) {
    this.queue.push({ request, triesLeft: 8 })
    this.sell()
    this.beg()
  }

  onMessage(from: NodeId, message: Message) {
    if ('want' in message) {
      const spare = this.mine().slice(0, message.want)
      for (const ticket of spare) {
        ticket.owner = from
        ticket.hands++
      }
      this.store()
      const theirs = this.tickets.filter(({ owner, isSold }) => owner === from && !isSold)
      if (theirs.length > 0) this.send(from, { tickets: theirs })
      return
    }
    for (const ticket of message.tickets) {
      const known = this.tickets.find(({ number }) => number === ticket.number)
      if (known !== undefined && ticket.hands > known.hands) Object.assign(known, ticket)
    }
    this.store()
    this.sell()
  }

  onTimer() {
    for (const one of this.queue) one.triesLeft--
    for (const { request, triesLeft } of this.queue) {
      if (triesLeft <= 0) this.refuse(request, 'sold out')
    }
    this.queue = this.queue.filter(({ triesLeft }) => triesLeft > 0)
    this.beg()
    this.setTimer('again', 60)
  }

  private sell() {
    for (const { request } of this.queue) {
      const { count } = request.command
      const tickets = this.mine().slice(0, count)
      if (tickets.length < count) continue
      for (const ticket of tickets) ticket.isSold = true
      this.store()
      this.queue = this.queue.filter((one) => one.request !== request)
      this.reply(request, true)
    }
  }

  private beg() {
    const [first] = this.queue
    if (first !== undefined) this.broadcast({ want: first.request.command.count - this.share })
  }

  private mine(): Ticket[] {
    return this.tickets.filter(({ owner, isSold }) => owner === this.id && !isSold)
  }

  private store() {
    this.disk.write('tickets', this.tickets)
    this.disk.sync()
    this.share = this.mine().length
  }

  private firstTickets(): Ticket[] {
    const owners = this.nodes.flatMap((shop) => Array<NodeId>(this.firstPart(shop)).fill(shop))
    return owners.map((owner, number) => ({ number, owner, hands: 0, isSold: false }))
  }
}
