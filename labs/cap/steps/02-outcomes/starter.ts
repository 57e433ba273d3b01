import { type Answer, type Command, Driver, type Request } from 'netsplit/cap-driver'

export class MyDriver extends Driver {
  private calls = new Map<number, Request<Command>>()

  onCall(call: Request<Command>) {
    const attempt = this.attempt(call.command)
    this.calls.set(attempt, call)
    this.setTimer(`${attempt}`, 60)
  }

  onAnswer(answer: Answer) {
    const call = this.calls.get(answer.attempt)
    if (call === undefined) return
    if (answer.type === 'Done') this.reply(call, answer.result)
    // Not done. Is that all that can be said of it?
    else this.refuse(call, answer.reason)
  }

  onTimeout(name: string) {
    // No answer. Is that an answer?
    const call = this.calls.get(Number(name))
    if (call !== undefined) this.refuse(call, 'timed out')
  }
}
