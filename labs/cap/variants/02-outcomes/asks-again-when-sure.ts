import { type Answer, type Command, Driver, type Request } from 'netsplit/cap-driver'

interface Call {
  readonly request: Request<Command>
  readonly attempts: Set<number>
  refusals: number
  isOpen: boolean
}

/** After a certain refusal an add may be tried again; it gives up after three. */
export class PatientDriver extends Driver {
  private calls: Call[] = []

  onCall(request: Request<Command>) {
    const call: Call = { request, attempts: new Set(), refusals: 0, isOpen: true }
    this.calls.push(call)
    this.begin(call)
    if (request.command.op === 'read') this.setTimer(`read ${request.id}`, 45)
  }

  onAnswer(answer: Answer) {
    const call = this.calls.find(({ attempts }) => attempts.has(answer.attempt))
    if (call?.isOpen !== true) return
    const { request } = call
    switch (answer.type) {
      case 'Done':
        this.close(call)
        this.reply(request, answer.result)
        return
      case 'Refused':
        call.attempts.delete(answer.attempt)
        if (request.command.op === 'read') return
        if (++call.refusals < 3) return this.begin(call)
        this.close(call)
        this.refuse(request, `${answer.reason}, three times`)
        return
      case 'Error':
        if (request.command.op === 'add')
          this.note(`nobody knows what became of ${request.command.id}`)
    }
  }

  onTimeout(name: string) {
    const call = this.calls.find(({ request }) => `read ${request.id}` === name)
    if (call?.isOpen !== true) return
    this.begin(call)
    this.setTimer(name, 45)
  }

  private begin(call: Call) {
    call.attempts.add(this.attempt(call.request.command))
  }

  private close(call: Call) {
    call.isOpen = false
    this.calls = this.calls.filter((each) => each !== call)
  }
}
