/**
 * Seats of one hall, sold in two cities. The first node is the hall's own; what the other may do
 * while it does not hear from it is the policy:
 *
 * - `home`: only the hall sells; the other passes each customer on and refuses after a while;
 * - `both`: each sells from its own count, and tells the other. Both may sell the same seats;
 * - `shares`: escrow (O'Neil, ACM TODS 11(4), 1986). Each holds half of the seats and sells those
 *   alone. Who runs out asks the other for one, and refuses after a while.
 *
 * With `home` and `shares` no more is sold than there is, on any network. Left out: crashes,
 * resending (a seat that is lost on its way to the other city stays empty), and returned seats.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export interface SeatCommand {
  readonly kind: 'buy'
}

export interface SeatSettings {
  readonly seats: number
  readonly policy: 'home' | 'both' | 'shares'
  /** How long a customer is kept waiting for the other city. */
  readonly patienceMs: number
}

type SeatMessage =
  /** Let me sell one of yours. */
  | { readonly type: 'ask'; readonly request: number }
  | { readonly type: 'given' | 'none'; readonly request: number }
  /** I have sold one of those that we both count. */
  | { readonly type: 'sold' }

type SeatRequest = Request<SeatCommand>

export class SeatShares extends Node<SeatMessage, SeatCommand, string> {
  static override readonly watched: readonly string[] = ['seats']

  /** How many seats this city may sell without asking. */
  seats = this.startingSeats
  readonly waiting = new Map<number, SeatRequest>()

  override onRequest(request: SeatRequest) {
    if (this.seats > 0) {
      this.seats -= 1
      if (this.rules.policy === 'both') this.broadcast({ type: 'sold' })
      this.reply(request, 'sold')
    } else if (this.rules.policy === 'both' || (this.isHall && this.rules.policy === 'home')) {
      this.refuse(request, 'sold out')
    } else {
      this.waiting.set(request.id, request)
      this.broadcast({ type: 'ask', request: request.id })
      this.setTimer(String(request.id), this.rules.patienceMs)
    }
  }

  override onMessage(from: NodeId, message: SeatMessage) {
    switch (message.type) {
      case 'sold':
        this.seats = Math.max(0, this.seats - 1)
        return
      case 'ask': {
        const isGiven = this.seats > 0
        if (isGiven) this.seats -= 1
        this.send(from, { type: isGiven ? 'given' : 'none', request: message.request })
        return
      }
      case 'given':
        // A seat that comes too late for its customer is one that this city may sell.
        if (this.close(message.request, 'sold') === 'nobody waited') this.seats += 1
        return
      case 'none':
        this.close(message.request, 'sold out')
    }
  }

  override onTimer(name: string) {
    this.close(Number(name), 'the other city does not answer')
  }

  get rules(): SeatSettings {
    return this.settings as unknown as SeatSettings
  }

  get isHall(): boolean {
    return this.id === this.nodes[0]
  }

  get startingSeats(): number {
    const { seats, policy } = this.rules
    if (policy === 'shares') return this.isHall ? Math.ceil(seats / 2) : Math.floor(seats / 2)
    return policy === 'both' || this.isHall ? seats : 0
  }

  close(id: number, result: string): 'answered' | 'nobody waited' {
    const request = this.waiting.get(id)
    if (request === undefined) return 'nobody waited'
    this.waiting.delete(id)
    this.cancelTimer(String(id))
    if (result === 'sold') this.reply(request, result)
    else this.refuse(request, result)
    return 'answered'
  }
}
