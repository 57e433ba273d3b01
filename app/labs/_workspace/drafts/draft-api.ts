/** Talks to the server about drafts. Nothing here throws: a draft is safe in the browser. */
import type { Refusal } from '../../../_run/submission-view.ts'
import type { DraftBody, SaveAnswer } from './draft-keeper.ts'
import type { SavedDraft, StoredDraft } from './draft-view.ts'

export interface StepIds {
  readonly labId: string
  readonly stepId: string
}

/** Browsers take no more than 64 kB in requests that outlive their page. */
const KEEPALIVE_BYTES_MAX = 60_000
/** A saving without an answer for this long is tried again. */
const ANSWER_MS_MAX = 20_000

/** Saves; a server that is away or has a bad moment gives `failed`. */
export async function saveDraft(
  step: StepIds,
  draft: DraftBody,
  isLast: boolean,
): Promise<SaveAnswer> {
  const body = JSON.stringify({ ...step, ...draft })
  try {
    const response = await fetch('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: isLast && new Blob([body]).size < KEEPALIVE_BYTES_MAX,
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    if (response.ok) return { kind: 'saved', saved: (await response.json()) as SavedDraft }
    const error = await errorOf(response)
    const isForNow = response.status >= 500 || response.status === 429 || error === undefined
    if (!isForNow) return { kind: 'refused', error }
    return { kind: 'failed', ...(error === undefined ? {} : { error }) }
  } catch {
    return { kind: 'failed' }
  }
}

/** The draft as the server has it; undefined when it has none or cannot be asked. */
export async function fetchDraft({ labId, stepId }: StepIds): Promise<StoredDraft | undefined> {
  const query = new URLSearchParams({ lab: labId, step: stepId })
  try {
    const response = await fetch(`/api/drafts?${query}`)
    return response.ok ? ((await response.json()) as StoredDraft) : undefined
  } catch {
    return undefined
  }
}

/** The learner's code of a step: what passed it, or else the draft. Undefined without an answer. */
export async function fetchCode({ labId, stepId }: StepIds): Promise<string | undefined> {
  const query = new URLSearchParams({ lab: labId, step: stepId })
  try {
    const response = await fetch(`/api/drafts/code?${query}`)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

/** What the server says about a refusal; undefined when something else answered in its place. */
async function errorOf(response: Response): Promise<string | undefined> {
  try {
    const { error } = (await response.json()) as Partial<Refusal>
    return typeof error === 'string' ? error : undefined
  } catch {
    return undefined
  }
}
