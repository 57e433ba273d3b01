/** A judge of small register histories, held against the checker. */

import type { History, Operation } from '../../history/operation.ts'
import { jsonFields, nameText } from '../../json.ts'
import type { EventId, Json, OperationId } from '../../trace/event.ts'
import type { Claim, Violation } from '../claim.ts'
import { checkLinearizable } from '../linearizability/check-linearizable.ts'
import { register } from '../models/register.ts'

/** Steps of the search; the histories are far too small to need them. */
const STEPS_MAX = 100_000

const MODEL = register.make(null)

interface Told {
  readonly client: string
  readonly kind: string
  readonly value: Json
  readonly from: number
  readonly to: number | null
  readonly end: Operation['outcome']
}

/** An answer to `{ op: 'judge', history }` is whether one register can have given these answers. */
export const judgesRightly: Claim = {
  id: 'judges-rightly',
  sentence: 'The judge says of each history whether one register can have given these answers.',
  source: 'Herlihy & Wing 1990, Linearizability, section 2.1',
  ask: 'In which order would one register have carried these operations out, and what forbids it?',
  monitor() {
    const asked = new Map<OperationId, { readonly event: EventId; readonly history: Told[] }>()
    return {
      kinds: ['invoke', 'reply', 'complete'],
      onEvent(event) {
        if (event.kind === 'invoke') {
          const { op, history } = jsonFields(JSON.parse(event.body) as Json) ?? {}
          if (op === 'judge' && Array.isArray(history)) {
            asked.set(event.operation, { event: event.id, history: history.map(toldIn) })
          }
        }
        if (event.kind !== 'reply' && event.kind !== 'complete') return undefined
        const question = asked.get(event.operation)
        if (question === undefined || (event.kind === 'complete' && event.outcome === 'ok')) {
          return undefined
        }
        const said = event.outcome === 'ok' ? (JSON.parse(event.body) as Json) : undefined
        const verdict = checkLinearizable(historyOf(question.history), MODEL, {
          stepsMax: STEPS_MAX,
        })
        if (verdict.verdict === 'unknown') return undefined
        const isPossible = verdict.verdict === 'pass'
        if (said === isPossible) return undefined
        const answer =
          said === true ? 'possible' : said === false ? 'impossible' : 'neither true nor false'
        const why = verdict.verdict === 'fail' ? ` ${verdict.anomaly.message}` : ''
        return {
          event: event.id,
          message: `The judge called this ${answer}, and it is ${isPossible ? 'possible' : 'impossible'}: ${question.history.map(printTold).join('; ')}.${why}`,
          related: [question.event],
          nodes: [event.client],
        } satisfies Violation
      },
    }
  },
}

function toldIn(told: Json): Told {
  const { client, kind, value = null, from, to, end } = jsonFields(told) ?? {}
  return {
    client: nameText(client ?? null),
    kind: kind === 'read' ? 'read' : 'write',
    value,
    from: Number(from),
    to: typeof to === 'number' ? to : null,
    end: end === 'ok' || end === 'fail' ? end : 'info',
  }
}

/** Operations that touch in one moment overlap, here as there. */
function historyOf(told: readonly Told[]): History {
  const inOrder = [...told].sort((a, b) => a.from - b.from)
  return {
    operations: inOrder.map(({ client, kind, value, from, to, end }, id) => ({
      id,
      process: client,
      f: kind,
      key: '',
      input: kind === 'write' ? value : null,
      output: kind === 'read' && end === 'ok' ? value : null,
      call: from,
      return: end === 'info' ? null : to,
      outcome: end,
    })),
  }
}

/** `c1 writes a from 3 to 7 (info)`. */
function printTold({ client, kind, value, from, to, end }: Told): string {
  const time = to === null ? `from ${from} on` : `from ${from} to ${to}`
  const what =
    kind === 'write'
      ? `writes ${nameText(value)}`
      : end === 'ok'
        ? `reads ${value === null ? 'nothing' : nameText(value)}`
        : 'reads'
  return `${client} ${what} ${time}${end === 'ok' ? '' : ` (${end})`}`
}
