/** Answers that make sense at all: what has no meaning cannot be judged any further. */
import type { EventId, Json, OperationId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { printCommand } from '../command-words.ts'

/** Says what an answer to a command should be, when it is something else: `true or false`. */
type ExpectedForm = (command: Json, answer: Json) => string | undefined

/** To stand before claims that read answers: they could only call such a history unknown. */
export function wellFormedAnswers(expectedForm: ExpectedForm): Claim {
  return {
    id: 'well-formed-answers',
    sentence: 'Each answer has the form that its command asks for.',
    source: 'the commands of the lab',
    ask: 'Where does this answer come from, and which commands end there?',
    monitor() {
      const asked = new Map<OperationId, { readonly event: EventId; readonly command: Json }>()
      return {
        kinds: ['invoke', 'complete'],
        onEvent(event) {
          if (event.kind === 'invoke') {
            const command = JSON.parse(event.body) as Json
            asked.set(event.operation, { event: event.id, command })
          }
          if (event.kind !== 'complete' || event.outcome !== 'ok') return undefined
          const question = asked.get(event.operation)
          if (question === undefined) return undefined
          const expected = expectedForm(question.command, JSON.parse(event.body) as Json)
          if (expected === undefined) return undefined
          return {
            event: event.id,
            message: `${event.client} asked for ${printCommand(question.command)} and was answered ${event.body}, which should be ${expected}.`,
            related: [question.event],
            nodes: [event.client],
          }
        },
      }
    },
  }
}
