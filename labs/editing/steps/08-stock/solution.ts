import { type Command, type NodeId, type Request, ShopNode } from 'netsplit/stock'

/** What a shop writes down. All numbers only ever grow, so that the newest is the greatest. */
interface Book {
  sold: number
  /** How many pieces it gave to each other shop. */
  given: Record<NodeId, number>
}

type Message =
  /** I am short of `count` pieces; of you I know that you gave me `known` so far. */
  { type: 'Ask'; count: number; known: number } | { type: 'Book'; book: Book }

const PATIENCE_MS = 500
const ASK_MS = 80

export class Shop extends ShopNode<Message> {
  private books: Record<NodeId, Book> = {}
  private waiting: Request<Command>[] = []

  onStart() {
    this.books = (this.disk.read('books') as Record<NodeId, Book> | undefined) ?? {}
    this.count()
  }

  onRequest(request: Request<Command>) {
    this.waiting.push(request)
    this.serve()
    if (!this.waiting.includes(request)) return
    this.setTimer(`patience ${request.id}`, PATIENCE_MS)
    this.ask()
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Ask') return this.give(from, message)
    const known = this.bookOf(from)
    this.books[from] = {
      sold: Math.max(known.sold, message.book.sold),
      given: greatest(known.given, message.book.given),
    }
    this.save()
    this.serve()
  }

  onTimer(name: string) {
    if (name === 'ask') return this.ask()
    const late = this.waiting.filter(({ id }) => name === `patience ${id}`)
    this.waiting = this.waiting.filter((request) => !late.includes(request))
    for (const request of late) this.refuse(request, 'nobody has enough left')
  }

  /** Sells to everybody who waits and can be served. */
  private serve() {
    for (const request of this.waiting) {
      const { count } = request.command
      if (this.share < count) continue
      const { sold, given } = this.bookOf(this.id)
      this.books[this.id] = { sold: sold + count, given }
      this.save()
      this.waiting = this.waiting.filter((other) => other !== request)
      this.reply(request, true)
    }
  }

  private ask() {
    const [first] = this.waiting
    if (first === undefined) return
    const count = first.command.count - this.share
    for (const peer of this.peers) {
      this.send(peer, { type: 'Ask', count, known: this.bookOf(peer).given[this.id] ?? 0 })
    }
    this.setTimer('ask', ASK_MS)
  }

  /** What was given and has not arrived yet is only said again. */
  private give(shop: NodeId, { count, known }: Message & { type: 'Ask' }) {
    const { sold, given } = this.bookOf(this.id)
    const before = given[shop] ?? 0
    const spare = this.waiting.length === 0 ? Math.min(count, this.share) : 0
    if (before <= known && spare > 0) {
      this.books[this.id] = { sold, given: { ...given, [shop]: before + spare } }
      this.save()
    }
    this.send(shop, { type: 'Book', book: this.bookOf(this.id) })
  }

  private bookOf(shop: NodeId): Book {
    return this.books[shop] ?? { sold: 0, given: {} }
  }

  private save() {
    this.disk.write('books', this.books)
    this.disk.sync()
    this.count()
  }

  /** What it began with, and was given, without what it sold and gave away. */
  private count() {
    const { sold, given } = this.bookOf(this.id)
    const got = this.peers.map((peer) => this.bookOf(peer).given[this.id] ?? 0)
    this.share = this.firstPart(this.id) + sum(got) - sold - sum(Object.values(given))
  }
}

function greatest(a: Record<NodeId, number>, b: Record<NodeId, number>): Record<NodeId, number> {
  const both = { ...a }
  for (const [shop, count] of Object.entries(b)) both[shop] = Math.max(both[shop] ?? 0, count)
  return both
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
