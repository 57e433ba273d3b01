/**
 * One account at two branches of a bank. The first branch keeps the books; the other calls it
 * before it pays out. What the other does when nobody picks up the phone is its policy:
 *
 * - `pay`: go by its own books, which may be out of date;
 * - `refuse`: send the customer away with an error;
 * - `wait`: keep calling, for as long as it takes;
 * - `allowance`: both branches may pay out half of the opening balance on their own, agreed
 *   upon while the phone worked, and need no phone call for that (an escrow: O'Neil 1986).
 *
 * The account must never go below zero. `refuse`, `wait` and `allowance` keep that on any
 * network, and `pay` only while the phone works. Withdrawals that one branch made alone reach the
 * other by message and are added up, so both know the true balance once the phone works again.
 *
 * "Not enough money" is an answer: the branch did its work. Only an error or silence is not.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type BranchPolicy = 'pay' | 'refuse' | 'wait' | 'allowance'

export type BankCommand =
  | { readonly kind: 'withdraw'; readonly amount: number }
  | { readonly kind: 'balance' }

/** What the scenario sets. */
export type BankSettings = {
  readonly policy: BranchPolicy
  readonly opening: number
  readonly patienceMs: number
}

/** What the customer is told: paid out or not, and the balance as far as the branch knows. */
export interface BankAnswer {
  readonly isPaid: boolean
  readonly balance: number
}

type BankMessage =
  /** Is anybody there? Asked before anything that could take effect. */
  | { readonly type: 'ring'; readonly request: number }
  | { readonly type: 'picked-up'; readonly request: number }
  | { readonly type: 'call'; readonly request: number; readonly amount: number }
  | { readonly type: 'told'; readonly request: number; readonly answer: BankAnswer }
  /** All withdrawals that the sender paid out by itself, each under its number. */
  | { readonly type: 'paid'; readonly paid: readonly Payment[] }

interface Payment {
  readonly request: number
  readonly amount: number
}

type ClientRequest = Request<BankCommand>

/** How often a branch sends the other its list of payments. */
const NEWS_EVERY_MS = 40

export class BankBranch extends Node<BankMessage, BankCommand, BankAnswer> {
  static override readonly watched: readonly string[] = ['balance']

  readonly rules = this.settings as unknown as BankSettings
  balance = this.rules.opening
  /** What this branch may still pay out without a call. */
  allowance = this.rules.opening / 2
  /** Every withdrawal that counts in `balance`, by number. */
  readonly booked = new Map<number, number>()
  /** Those that this branch paid out. */
  readonly own: Payment[] = []
  readonly waiting = new Map<number, ClientRequest>()
  /** Requests whose amount the other branch was told. */
  readonly called = new Set<number>()

  override onStart() {
    this.setTimer('news', NEWS_EVERY_MS)
  }

  override onRequest(request: ClientRequest) {
    const { policy } = this.rules
    if (request.command.kind === 'balance' || policy === 'allowance' || this.keepsBooks) {
      this.decideAlone(request)
      return
    }
    this.waiting.set(request.id, request)
    this.ring(request.id)
  }

  override onMessage(from: NodeId, message: BankMessage) {
    switch (message.type) {
      case 'ring':
        this.send(from, { type: 'picked-up', request: message.request })
        return
      case 'picked-up':
        this.call(message.request)
        return
      case 'call':
        this.send(from, this.answerTo(message))
        return
      case 'told':
        this.finish(message.request, message.answer)
        return
      case 'paid':
        for (const payment of message.paid) this.book(payment)
    }
  }

  override onTimer(name: string) {
    if (name === 'news') {
      if (this.own.length > 0) this.broadcast({ type: 'paid', paid: this.own })
      this.setTimer('news', NEWS_EVERY_MS)
      return
    }
    const request = this.waiting.get(Number(name))
    if (request !== undefined) this.loseHope(request)
  }

  get keepsBooks(): boolean {
    return this.id === this.nodes[0]
  }

  ring(request: number) {
    this.broadcast({ type: 'ring', request })
    this.setTimer(String(request), this.rules.patienceMs)
  }

  call(id: number) {
    const request = this.waiting.get(id)
    if (request?.command.kind !== 'withdraw') return
    this.called.add(id)
    this.broadcast({ type: 'call', request: id, amount: request.command.amount })
  }

  answerTo({ request, amount }: Payment): BankMessage {
    const isPaid = this.booked.has(request) || this.payIfCovered({ request, amount })
    return { type: 'told', request, answer: { isPaid, balance: this.balance } }
  }

  loseHope(request: ClientRequest) {
    const { policy } = this.rules
    if (policy === 'wait') {
      this.ring(request.id)
      return
    }
    this.waiting.delete(request.id)
    if (policy === 'pay') this.decideAlone(request)
    // Once the other branch was told the amount, it may have booked it: "refused" could be a lie.
    else if (!this.called.has(request.id)) this.refuse(request, 'the line is dead')
  }

  finish(id: number, answer: BankAnswer) {
    const request = this.waiting.get(id)
    if (request === undefined) return
    this.waiting.delete(id)
    this.cancelTimer(String(id))
    this.reply(request, answer)
  }

  /** Answers from this branch's own books. */
  decideAlone(request: ClientRequest) {
    const { id, command } = request
    const isPaid =
      command.kind === 'withdraw' && this.payIfCovered({ request: id, amount: command.amount })
    this.reply(request, { isPaid, balance: this.balance })
  }

  payIfCovered(payment: Payment): boolean {
    const limit = this.rules.policy === 'allowance' ? this.allowance : this.balance
    if (payment.amount > limit) return false
    this.allowance -= payment.amount
    this.own.push(payment)
    this.book(payment)
    return true
  }

  book({ request, amount }: Payment) {
    if (this.booked.has(request)) return
    this.booked.set(request, amount)
    this.balance -= amount
  }
}
