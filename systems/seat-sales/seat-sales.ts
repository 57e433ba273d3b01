/**
 * Seats sold at two offices, while the offices cannot reach each other. What an office does is
 * its policy:
 *
 * - `ask`: the first office sells; the other asks it for each seat and refuses when it is silent;
 * - `sell`: each sells what its copy says is left, and tells the other;
 * - `share`: each got half of the seats beforehand and sells those (escrow: O’Neil 1986).
 *
 * With `ask` and `share` no more is sold than there is, on any network. With `sell` that holds
 * only while each sale reaches the other office before its next. Left out: disks, giving shares
 * back, and what is done for people whose seat was sold twice.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

/** What the scenario sets. */
export type SeatSettings = {
  readonly policy: 'ask' | 'sell' | 'share'
  readonly seats: number
  readonly patienceMs: number
}

export interface SeatCommand {
  readonly kind: 'buy'
}

type SeatMessage =
  | { readonly type: 'sold one' }
  | { readonly type: 'ask'; readonly task: number }
  | { readonly type: 'told'; readonly task: number; readonly isSold: boolean }

export class SeatSales extends Node<SeatMessage, SeatCommand, string> {
  static override readonly watched: readonly string[] = ['left']

  readonly rules = this.settings as unknown as SeatSettings
  /** Seats that this office may still sell, as far as it knows. */
  left = this.rules.policy === 'share' ? this.rules.seats / this.nodes.length : this.rules.seats
  readonly waiting = new Map<number, Request<SeatCommand>>()

  override onRequest(request: Request<SeatCommand>) {
    const [home = this.id] = this.nodes
    if (this.rules.policy !== 'ask' || home === this.id) {
      this.tell(request, this.sell())
      return
    }
    this.waiting.set(request.id, request)
    this.send(home, { type: 'ask', task: request.id })
    this.setTimer(String(request.id), this.rules.patienceMs)
  }

  override onMessage(from: NodeId, message: SeatMessage) {
    if (message.type === 'sold one') {
      if (this.rules.policy === 'sell') this.left = Math.max(0, this.left - 1)
    } else if (message.type === 'ask') {
      this.send(from, { type: 'told', task: message.task, isSold: this.sell() })
    } else {
      const request = this.take(message.task)
      if (request !== undefined) this.tell(request, message.isSold)
    }
  }

  override onTimer(name: string) {
    // Home may have sold it, and its answer may be lost: then the seat stays empty, unsold twice.
    const request = this.take(Number(name))
    if (request !== undefined) this.refuse(request, 'cannot reach the other office')
  }

  sell(): boolean {
    if (this.left === 0) return false
    this.left -= 1
    this.broadcast({ type: 'sold one' })
    return true
  }

  tell(request: Request<SeatCommand>, isSold: boolean) {
    if (isSold) this.reply(request, 'a seat')
    else this.refuse(request, 'sold out')
  }

  take(task: number): Request<SeatCommand> | undefined {
    const request = this.waiting.get(task)
    this.waiting.delete(task)
    this.cancelTimer(String(task))
    return request
  }
}
