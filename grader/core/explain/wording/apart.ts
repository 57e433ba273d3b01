/** How the claims about replicas that work apart are told: sets, texts, and shares of a stock. */

import { updateId } from '../../check/convergence/updates.ts'
import { jsonFields, printJson } from '../../json.ts'
import type { Json, TraceEvent } from '../../trace/event.ts'
import { nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { callBehind, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** The watched fields with what a reader sees. */
const STATES: readonly string[] = ['value', 'text', 'share']

/** Updates by what they do, and states by their value. */
function tell(event: TraceEvent, moment: Moment): string | undefined {
  switch (event.kind) {
    case 'observe': {
      const field = STATES.find((name) => name in event.fields)
      if (field === undefined) return undefined
      const shown = printJson(event.fields[field] ?? null)
      return `${event.node} shows ${field === 'share' ? `a share of ${shown}` : shown}`
    }
    case 'invoke': {
      const deed = deedIn(event.body)
      return deed === undefined
        ? tellOperation(event, moment)
        : `${event.client} asks ${event.node} to ${deed}`
    }
    case 'request': {
      const asked = moment.scene.invocation(event.operation)
      const deed = asked === undefined ? undefined : deedIn(asked.body)
      return deed === undefined
        ? tellOperation(event, moment)
        : `${event.node} takes the request of ${event.client} to ${deed}`
    }
    case 'apply': {
      const deed = deedIn(event.value)
      const id = updateId(JSON.parse(event.value) as Json)
      return deed === undefined
        ? tellOperation(event, moment)
        : `${event.node} applies ${id}: ${deed}`
    }
    default:
      return tellOperation(event, moment)
  }
}

/** What a command asks for; undefined for commands of other labs. */
function deedIn(json: string): string | undefined {
  const {
    op,
    item,
    index,
    char,
    text = char,
    count,
    note,
  } = jsonFields(JSON.parse(json) as Json) ?? {}
  if (op === 'insert' && typeof index === 'number' && typeof char === 'string')
    return `put ${printJson(char)} at index ${index}`
  if (op === 'remove' && typeof index === 'number') {
    return typeof count === 'number'
      ? `remove ${count} from index ${index}`
      : `remove index ${index}`
  }
  if (op === 'note' && item !== undefined)
    return `note ${printJson(note ?? null)} on ${printJson(item)}`
  if ((op === 'add' || op === 'remove') && item !== undefined) {
    return `${op} ${typeof count === 'number' ? `${count} of ` : ''}${printJson(item)}`
  }
  return op === 'buy' && typeof count === 'number' ? `buy ${count}` : undefined
}

/** The same, where the last step is that something has not happened. */
const tellUntil =
  (missing: string) =>
  (event: TraceEvent, moment: Moment): string | undefined =>
    event.id === moment.violation.event ? missing : tell(event, moment)

const unanswered: Wording = {
  tell: tellUntil('by now there should be an answer, and there is none'),
  culprit: nobody,
}

/** What came in when the state went wrong, and the line that changed it. */
const wrongState: Wording = {
  tell,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: ({ event }, scene) => {
    const shown = scene.event(event)
    const field =
      shown?.kind === 'observe' ? STATES.find((name) => name in shown.fields) : undefined
    return field === undefined ? { event } : { event, field }
  },
}

/** The edit itself: no fault is needed for a node to show its own edit wrongly. */
const wrongEdit: Wording = { ...wrongState, isFaultless: true }

/** What the node wrote last. */
const tooMuch: Wording = {
  tell: tellUntil('by now nothing should be left to keep'),
  witnesses: ({ event, nodes: [node] }, scene) =>
    newest(scene, event, (one) => one.kind === 'write' && one.node === node),
  culprit: nobody,
}

/** What made the node give this answer then. */
const wrongSale: Wording = {
  tell,
  witnesses: ({ event, nodes: [node] }, scene) => [
    ...callBehind(event, scene),
    ...newest(
      scene,
      event,
      (one) => one.kind === 'observe' && one.node === node && 'share' in one.fields,
    ),
  ],
}

export const apart: Wordings = {
  'answers-alone': unanswered,
  'observed-removes': wrongState,
  'cart-holds-what-was-put': wrongState,
  'note-is-not-overwritten': wrongState,
  'edit-takes-effect': wrongEdit,
  'shows-what-was-typed': wrongState,
  'one-list-order': wrongState,
  'forgets-what-is-gone': tooMuch,
  'operations-stay-small': wrongEdit,
  'runs-stay-together': wrongState,
  'backward-runs-stay-together': wrongState,
  'never-oversold': wrongSale,
  'shares-add-up': wrongSale,
  'sells-while-it-can': wrongSale,
  'sells-its-part': wrongSale,
  'sells-the-last': wrongSale,
}
