/** No message is long: whoever has much to say says it in parts. */
import type { Claim } from '../claim.ts'

/** @param lengthMax UTF-16 units of a message's JSON text */
export function messagesStaySmall(lengthMax: number): Claim {
  return {
    id: 'messages-stay-small',
    sentence: `No message is longer than ${lengthMax} characters, however much its receiver lacks.`,
    source: 'Almeida, Shoker & Baquero 2018, Delta State Replicated Data Types',
    ask: 'What decides how much goes into one message, and when does the rest go?',
    monitor() {
      return {
        kinds: ['send'],
        onEvent(event) {
          if (event.kind !== 'send' || event.body.length <= lengthMax) return undefined
          const { id, node, to, body } = event
          return {
            event: id,
            message: `${node} sends ${to} a message of ${body.length} characters.`,
            related: [],
            nodes: [...new Set([node, to])],
          }
        },
      }
    },
  }
}
