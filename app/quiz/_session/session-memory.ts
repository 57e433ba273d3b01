/** Where a session stood, kept in the browser, so that closing the tab loses nothing. */
import { z } from 'zod'
import { answerSchema } from '../../_quiz/answer.ts'
import { CONFIDENCES } from '../../_review/entry.ts'

const doneSchema = z.object({
  /** The entry in the log, by which the answer can be taken back. */
  entryId: z.string(),
  /** How much was right; left out while nobody judged it. */
  share: z.number().optional(),
})

const memorySchema = z.object({
  name: z.string(),
  day: z.string(),
  ownerId: z.string().nullable(),
  currentId: z.string().optional(),
  drafts: z.record(
    z.string(),
    z.object({ answer: answerSchema.optional(), confidence: z.literal(CONFIDENCES).optional() }),
  ),
  done: z.record(z.string(), doneSchema),
  /** Put aside here. */
  aside: z.array(z.string()),
  /** Answers of today that were taken back here. */
  undone: z.array(z.string()),
})

export type SessionMemory = z.infer<typeof memorySchema>
export type Draft = SessionMemory['drafts'][string]

interface WhoseSession {
  readonly name: string
  readonly day: string
  readonly ownerId: string | undefined
}

const KEY = 'netsplit:quiz-session'

export function emptyMemory({ name, day, ownerId }: WhoseSession): SessionMemory {
  return { name, day, ownerId: ownerId ?? null, drafts: {}, done: {}, aside: [], undone: [] }
}

/** What is kept of this session; what is kept of another one, another day or person is left. */
export function parseMemory(kept: unknown, session: WhoseSession): SessionMemory {
  const memory = memorySchema.safeParse(kept).data
  if (memory === undefined) return emptyMemory(session)
  const { name, day, ownerId } = memory
  const isThis = name === session.name && day === session.day
  // A stranger's session goes on as the guest's whom the first answer made.
  const isOwn = ownerId === null || ownerId === session.ownerId
  if (!isThis || !isOwn) return emptyMemory(session)
  // Who comes back goes on with what is still to do.
  const isAnswered = memory.currentId !== undefined && memory.currentId in memory.done
  const currentId = isAnswered ? undefined : memory.currentId
  return { ...memory, currentId, ownerId: session.ownerId ?? null }
}

export function readMemory(session: WhoseSession): SessionMemory {
  try {
    return parseMemory(JSON.parse(localStorage.getItem(KEY) ?? 'null'), session)
  } catch {
    return emptyMemory(session)
  }
}

/** Without storage it lasts as long as the page. */
export function writeMemory(memory: SessionMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // The browser refuses it, or is full.
  }
}
