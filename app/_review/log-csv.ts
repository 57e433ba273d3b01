/** The log of reviews as CSV: what goes out comes in again, and once only. */
import { z } from 'zod'
import { readCsv, writeCsv } from './csv.ts'
import { type Day, parseDay } from './day.ts'
import { byTime, CONFIDENCES, type ReviewEntry } from './entry.ts'

const COLUMNS = [
  'id',
  'card',
  'kind',
  'at',
  'day',
  'rating',
  'share',
  'confidence',
  'undoes',
] as const

/** In the order of time, with a first line that names the columns. */
export function logToCsv(entries: readonly ReviewEntry[]): string {
  const rows = entries.toSorted(byTime).map((entry) => {
    const { id, cardId, kind, at, day } = entry
    const answer = entry.kind === 'answer' ? entry : undefined
    return [
      id,
      cardId,
      kind,
      at,
      day,
      answer?.rating ?? '',
      answer === undefined ? '' : String(answer.share),
      String(answer?.confidence ?? ''),
      entry.kind === 'undo' ? entry.undoes : '',
    ]
  })
  return writeCsv([COLUMNS, ...rows])
}

const base = {
  id: z.uuid('must be a UUID'),
  card: z.string().regex(/^(question|card)\/[a-z0-9-]{1,100}$/, 'must look like question/else'),
  at: z.iso.datetime('must be a time such as 2026-11-21T12:00:00.000Z'),
  day: z
    .string()
    .refine((day) => parseDay(day) !== undefined, 'must be a day such as 2026-11-21')
    .transform((day) => day as Day),
}
const rowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    ...base,
    rating: z.enum(['again', 'hard', 'good', 'easy']),
    share: z.coerce.number().min(0).max(1),
    confidence: z.string().transform((text) => CONFIDENCES.find((each) => String(each) === text)),
  }),
  z.object({ kind: z.literal('undo'), ...base, undoes: z.uuid('must be a UUID') }),
  z.object({ kind: z.literal('suspend'), ...base }),
  z.object({ kind: z.literal('resume'), ...base }),
])

/** @throws RangeError that names the line and what is wrong with it */
export function logFromCsv(text: string): readonly ReviewEntry[] {
  const [head, ...rows] = readCsv(text)
  const missing = COLUMNS.filter((column) => head?.includes(column) !== true)
  if (head === undefined || missing.length > 0) {
    throw new RangeError(
      `The first line must name the columns ${COLUMNS.join(', ')}; ${missing.join(', ')} missing.`,
    )
  }
  return rows.map((row, index) => {
    const named = Object.fromEntries(head.map((column, at) => [column, row[at] ?? '']))
    const read = rowSchema.safeParse(named)
    if (read.success) {
      const { card: cardId, ...entry } = read.data
      return { ...entry, cardId }
    }
    const [issue] = read.error.issues
    const field = issue?.path.join('.') ?? ''
    throw new RangeError(`Line ${index + 2}: ${field} ${issue?.message ?? 'cannot be read'}.`)
  })
}
