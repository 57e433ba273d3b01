/** In a game against a store, the clients must be served: silence is no counterexample. */

import type { EventId, Json, OperationId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { printCommand } from '../command-words.ts'
import { type KeyRequest, Requests, UNKNOWN_OUTCOME } from './requests.ts'

export interface RequestsSucceed {
  /** Which requests may end without success. */
  readonly mayFail: (request: KeyRequest) => boolean
}

export function requestsSucceed({ mayFail }: RequestsSucceed): Claim {
  return {
    id: 'requests-succeed',
    sentence: 'The clients get what they ask for, as far as the step asks for it.',
    source: 'the rules of the game',
    ask: 'Which letters did this request need, and how long were they under way?',
    monitor() {
      const requests = new Requests()
      const asked = new Map<OperationId, EventId>()
      return {
        kinds: ['invoke', 'complete'],
        onEvent(event) {
          requests.look(event)
          if (event.kind === 'invoke') asked.set(event.operation, event.id)
          if (event.kind !== 'complete') return undefined
          const request = requests.of(event.operation)
          if (request === undefined || mayFail(request)) return undefined
          const isDone =
            event.outcome === 'ok' && (JSON.parse(event.body) as Json) !== UNKNOWN_OUTCOME
          if (isDone) return undefined
          return {
            event: event.id,
            message: `${printCommand(request.command)} of ${event.client} was not carried out: too few replicas were heard in time.`,
            related: [asked.get(event.operation) ?? 0],
            nodes: [event.client],
          }
        },
      }
    },
  }
}
