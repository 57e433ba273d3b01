/** Keeps the notes of interviews in the browser at once, and on the server after a pause. */
import { type InterviewNotes, notesSchema } from './interview-notes.ts'

const KEY = 'netsplit:interviews'
const KEPT_MAX = 10

/** Those of this browser, the newest first. */
function readKept(): readonly InterviewNotes[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.flatMap((each) => notesSchema.safeParse(each).data ?? []) : []
  } catch {
    return []
  }
}

/** Of this scenario, the interview that was begun last and has not ended. */
export function openNotes(scenarioId: string): InterviewNotes | undefined {
  return readKept().find((notes) => notes.scenarioId === scenarioId && notes.endedAt === undefined)
}

/** Without storage they last as long as the page. */
export function keepNotes(notes: InterviewNotes): void {
  try {
    const others = readKept().filter(({ id }) => id !== notes.id)
    localStorage.setItem(KEY, JSON.stringify([notes, ...others].slice(0, KEPT_MAX)))
  } catch {
    // The browser refuses it, or is full.
  }
}

/** @returns whose they are; undefined when nobody answered */
export async function sendNotes(
  notes: InterviewNotes,
  ownerId: string | undefined,
): Promise<{ readonly ownerId: string } | { readonly problem: string } | undefined> {
  const response = await fetch('/api/interviews', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notes, ownerId }),
  }).catch(() => undefined)
  if (response === undefined) return undefined
  const body = (await response.json().catch(() => ({}))) as {
    readonly error?: string
    readonly owner?: { readonly id: string }
  }
  if (response.ok && body.owner !== undefined) return { ownerId: body.owner.id }
  return { problem: body.error ?? 'The server could not take your notes: they are kept here.' }
}
