import { type Answer, type Command, Driver, type Request } from 'netsplit/cap-driver'

const PATIENCE_MS = 60

export class MyDriver extends Driver {
  /** Calls that are still open, by their attempts. */
  private calls = new Map<number, Request<Command>>()

  onCall(call: Request<Command>) {
    this.try(call)
  }

  onAnswer(answer: Answer) {
    const call = this.calls.get(answer.attempt)
    if (call === undefined) return
    if (answer.type === 'Done') return this.end(call, () => this.reply(call, answer.result))
    if (call.command.op === 'read') return
    if (answer.type === 'Refused') this.end(call, () => this.refuse(call, answer.reason))
    // An error says nothing certain about an add, and a second attempt might be a second add.
  }

  onTimeout(name: string) {
    const call = this.calls.get(Number(name))
    // A read does no harm twice, whatever became of the first.
    if (call?.command.op === 'read') this.try(call)
  }

  private try(call: Request<Command>) {
    const attempt = this.attempt(call.command)
    this.calls.set(attempt, call)
    if (call.command.op === 'read') this.setTimer(`${attempt}`, PATIENCE_MS)
  }

  private end(call: Request<Command>, tell: () => void) {
    for (const [attempt, { id }] of this.calls) if (id === call.id) this.calls.delete(attempt)
    tell()
  }
}
