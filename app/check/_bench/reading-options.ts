/** How a text is to be read, as the form of the page holds it. */
import { type DialectId, HISTORY_FORMATS, type Keying, type ReadHistoryOptions } from '#core'
import type { Choice } from '../../_ui/select-field.tsx'

export interface ReadingChoice {
  /** A format, or `auto`. */
  readonly format: string
  /** A dialect, or `auto`. */
  readonly dialect: string
  readonly keying: string
}

export const AUTOMATIC: ReadingChoice = { format: 'auto', dialect: 'auto', keying: 'auto' }

const FORMAT_TITLES: Readonly<Record<(typeof HISTORY_FORMATS)[number], string>> = {
  'json-lines': 'JSON lines: an operation each',
  'json-events': 'JSON lines: a call or return each',
  'jepsen-edn': 'EDN: Jepsen, Porcupine’s key-value logs',
  'jepsen-log': 'Log of Jepsen, as in Porcupine’s tests',
}

export const FORMAT_CHOICES: readonly Choice[] = [
  { id: 'auto', title: 'Tell by the text' },
  ...HISTORY_FORMATS.map((id) => ({ id, title: FORMAT_TITLES[id] })),
]

const DIALECTS: Readonly<Record<DialectId, string>> = {
  jepsen: 'Jepsen: a failure did not happen, nil is a value',
  etcd: 'etcd: a failed compare-and-set saw another value',
  knossos: 'Knossos: a read of nil says nothing',
}

export const DIALECT_CHOICES: readonly Choice[] = [
  { id: 'auto', title: 'As is usual for the format' },
  ...Object.entries(DIALECTS).map(([id, title]) => ({ id, title })),
]

const KEYINGS: Readonly<Record<Keying, string>> = {
  auto: 'Tell by the values',
  fields: 'In a field key, or there is only one object',
  tuples: 'In the values: [key value]',
}

export const KEYING_CHOICES: readonly Choice[] = Object.entries(KEYINGS).map(([id, title]) => ({
  id,
  title,
}))

/** For the reader in core. */
export function readOptions({ format, dialect, keying }: ReadingChoice): ReadHistoryOptions {
  const chosenFormat = HISTORY_FORMATS.find((id) => id === format)
  const chosenDialect = isDialect(dialect) ? dialect : undefined
  return {
    keying: isKeying(keying) ? keying : 'auto',
    ...(chosenFormat === undefined ? {} : { format: chosenFormat }),
    ...(chosenDialect === undefined ? {} : { dialect: chosenDialect }),
  }
}

function isDialect(id: string): id is DialectId {
  return Object.hasOwn(DIALECTS, id)
}

function isKeying(id: string): id is Keying {
  return Object.hasOwn(KEYINGS, id)
}
