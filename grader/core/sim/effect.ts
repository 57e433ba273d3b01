/**
 * Effects: what a handler call asks the world to do, in order, and the one string
 * in which they cross from the learner's realm.
 *
 * A reply is `O` followed by effects, or `E` followed by one JSON object that tells
 * what the code threw. An effect is a letter and its fields; a field is its length
 * in UTF-16 units, a colon, and that many units. The reader below trusts nothing:
 * it also reads what hostile code wrote.
 */
import type { Json, NodeId } from '../trace/event.ts'
import { parseJson } from './bounded-json.ts'
import type { ChosenFate } from './delivery.ts'

export type Effect =
  | {
      readonly kind: 'send'
      readonly to: NodeId
      readonly body: string
      /** Heeded where the nodes play the network (see `Scenario`). */
      readonly fate?: ChosenFate
    }
  | { readonly kind: 'set-timer'; readonly name: string; readonly delayMicros: number }
  | { readonly kind: 'cancel-timer'; readonly name: string }
  | { readonly kind: 'write'; readonly key: string; readonly value: string }
  | { readonly kind: 'sync' }
  | {
      readonly kind: 'reply'
      readonly operation: number
      readonly outcome: 'ok' | 'fail'
      readonly body: string
    }
  | { readonly kind: 'apply'; readonly value: string }
  | { readonly kind: 'observe'; readonly fields: { readonly [name: string]: Json } }
  | { readonly kind: 'note'; readonly text: string }

/** What a learner's handler threw; line and column are those of the compiled text. */
export interface Thrown {
  readonly name: string
  readonly message: string
  readonly line: number
  readonly column: number
}

export type Reply =
  | { readonly kind: 'effects'; readonly effects: readonly Effect[] }
  | { readonly kind: 'threw'; readonly thrown: Thrown }
  /** Not a reply at all: the text does not follow the format or its limits. */
  | { readonly kind: 'invalid'; readonly why: string }
  | { readonly kind: 'over-budget'; readonly budget: 'effects per call' | 'bytes per call' }

export interface ReplyLimits {
  readonly effectsPerCallMax: number
  /** Length of a reply in UTF-16 units. */
  readonly bytesPerCallMax: number
}

const LETTER = {
  send: 's',
  'set-timer': 't',
  'cancel-timer': 'c',
  write: 'w',
  sync: 'y',
  reply: 'r',
  apply: 'a',
  observe: 'o',
  note: 'n',
} as const
/** A `send` whose fate is chosen has a letter of its own. */
const SEND_CHOSEN = 'd'
const LOST = 'lost'

/** Writes one effect; the kit appends these to `O`. */
export function encodeEffect(effect: Effect): string {
  const letter = LETTER[effect.kind]
  switch (effect.kind) {
    case 'send': {
      const { to, body, fate } = effect
      if (fate === undefined) return letter + field(to) + field(body)
      return (
        SEND_CHOSEN +
        field(to) +
        field(body) +
        field(fate === LOST ? LOST : String(fate.delayMicros))
      )
    }
    case 'set-timer':
      return letter + field(effect.name) + field(String(effect.delayMicros))
    case 'cancel-timer':
      return letter + field(effect.name)
    case 'write':
      return letter + field(effect.key) + field(effect.value)
    case 'sync':
      return letter
    case 'reply':
      return letter + field(String(effect.operation)) + field(effect.outcome) + field(effect.body)
    case 'apply':
      return letter + field(effect.value)
    case 'observe':
      return letter + field(JSON.stringify(effect.fields))
    case 'note':
      return letter + field(effect.text)
  }
}

/** Writes what the code threw as a whole reply. */
export function encodeThrown(thrown: Thrown): string {
  return `E${JSON.stringify([thrown.name, thrown.message, thrown.line, thrown.column])}`
}

function field(text: string): string {
  return `${text.length}:${text}`
}

/** Reads a reply, whoever wrote it. */
export function decodeReply(text: string, limits: ReplyLimits): Reply {
  if (text.length > limits.bytesPerCallMax) {
    return { kind: 'over-budget', budget: 'bytes per call' }
  }
  if (text.startsWith('E')) return decodeThrown(text)
  if (!text.startsWith('O')) return { kind: 'invalid', why: 'a reply starts with O or E' }
  const reader = new FieldReader(text)
  const effects: Effect[] = []
  while (!reader.done) {
    if (effects.length >= limits.effectsPerCallMax) {
      return { kind: 'over-budget', budget: 'effects per call' }
    }
    const effect = decodeEffect(reader)
    if (effect === undefined) {
      return { kind: 'invalid', why: `effect ${effects.length + 1} is malformed` }
    }
    effects.push(effect)
  }
  return { kind: 'effects', effects }
}

const NAME_LENGTH_MAX = 200
const THROWN_MESSAGE_LENGTH_MAX = 2_000

function decodeThrown(text: string): Reply {
  const parts = parseJson(text.slice(1))
  if (!Array.isArray(parts)) return { kind: 'invalid', why: 'an E reply holds a JSON array' }
  const [name, message, line, column] = parts as unknown[]
  if (typeof name !== 'string' || typeof message !== 'string') {
    return { kind: 'invalid', why: 'an E reply names what was thrown' }
  }
  return {
    kind: 'threw',
    thrown: {
      name: name.slice(0, NAME_LENGTH_MAX),
      message: message.slice(0, THROWN_MESSAGE_LENGTH_MAX),
      line: isCount(line) ? line : 0,
      column: isCount(column) ? column : 0,
    },
  }
}

function decodeEffect(reader: FieldReader): Effect | undefined {
  switch (reader.letter()) {
    case LETTER.send:
      return sendOf(reader.field(), reader.field())
    case SEND_CHOSEN:
      return chosenSendOf(reader.field(), reader.field(), reader.field())
    case LETTER['set-timer']:
      return timerOf(reader.field(), reader.field())
    case LETTER['cancel-timer']: {
      const name = reader.field()
      return isName(name) ? { kind: 'cancel-timer', name } : undefined
    }
    case LETTER.write:
      return writeOf(reader.field(), reader.field())
    case LETTER.sync:
      return { kind: 'sync' }
    case LETTER.reply:
      return replyOf(reader.field(), reader.field(), reader.field())
    case LETTER.apply: {
      const value = reader.field()
      return isJson(value) ? { kind: 'apply', value } : undefined
    }
    case LETTER.observe:
      return observeOf(reader.field())
    case LETTER.note: {
      const text = reader.field()
      return text === undefined ? undefined : { kind: 'note', text }
    }
    default:
      return undefined
  }
}

type Field = string | undefined

function sendOf(to: Field, body: Field): (Effect & { readonly kind: 'send' }) | undefined {
  return isName(to) && isJson(body) ? { kind: 'send', to, body } : undefined
}

function chosenSendOf(to: Field, body: Field, text: Field): Effect | undefined {
  const send = sendOf(to, body)
  const delayMicros = wholeNumber(text)
  if (send === undefined || (text !== LOST && delayMicros === undefined)) return undefined
  return { ...send, fate: delayMicros === undefined ? LOST : { delayMicros } }
}

function timerOf(name: Field, delay: Field): Effect | undefined {
  const delayMicros = wholeNumber(delay)
  if (!isName(name) || delayMicros === undefined) return undefined
  return { kind: 'set-timer', name, delayMicros }
}

function writeOf(key: Field, value: Field): Effect | undefined {
  return isName(key) && isJson(value) ? { kind: 'write', key, value } : undefined
}

function replyOf(operation: Field, outcome: Field, body: Field): Effect | undefined {
  const number = wholeNumber(operation)
  if (number === undefined || !isJson(body)) return undefined
  if (outcome !== 'ok' && outcome !== 'fail') return undefined
  return { kind: 'reply', operation: number, outcome, body }
}

function observeOf(text: Field): Effect | undefined {
  const fields = text === undefined ? undefined : parseJson(text)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
  return { kind: 'observe', fields: fields as { readonly [name: string]: Json } }
}

function isName(text: Field): text is string {
  return text !== undefined && text.length > 0 && text.length <= NAME_LENGTH_MAX
}

function isJson(text: Field): text is string {
  return text !== undefined && parseJson(text) !== undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** One to fifteen digits; by hand, since every field of a tape comes through here. */
function wholeNumber(text: Field): number | undefined {
  if (text === undefined || text.length === 0 || text.length > 15) return undefined
  let value = 0
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value
}

class FieldReader {
  readonly #text: string
  #position = 1

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#position >= this.#text.length
  }

  letter(): string {
    return this.#text[this.#position++] ?? ''
  }

  field(): Field {
    const colon = this.#text.indexOf(':', this.#position)
    if (colon < 0 || colon - this.#position > 9) return undefined
    const length = wholeNumber(this.#text.slice(this.#position, colon))
    if (length === undefined || colon + 1 + length > this.#text.length) return undefined
    this.#position = colon + 1 + length
    return this.#text.slice(colon + 1, this.#position)
  }
}
