/** Talks to the server about attempts and the reference. */
import type { Refusal } from '../../../_run/submission-view.ts'
import type { StepIds } from '../drafts/draft-api.ts'
import type { AttemptView } from './attempt-view.ts'
import type { RunSummary } from './run-summary.ts'

const UNREACHABLE = 'The server cannot be reached. Try again when you are back online.'

/** Records a run. A run that is not recorded is no loss worth a word: it can be run again. */
export async function recordRun(step: StepIds, run: RunSummary): Promise<void> {
  await fetch('/api/attempts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...step, ...run }),
  }).catch(() => {})
}

/** The attempts at a step, newest first. Rejects with one sentence for the reader. */
export async function fetchAttempts(step: StepIds): Promise<readonly AttemptView[]> {
  const response = await ask(`/api/attempts?${queryOf(step)}`)
  return (await response.json()) as readonly AttemptView[]
}

/** The code of an attempt. Rejects with one sentence for the reader. */
export async function fetchAttemptSource(id: string): Promise<string> {
  return (await ask(`/api/attempts/${encodeURIComponent(id)}`)).text()
}

/** The reference solution. Rejects with one sentence for who may not see it yet. */
export async function fetchReference(step: StepIds): Promise<string> {
  return (await ask(`/api/reference?${queryOf(step)}`)).text()
}

function queryOf({ labId, stepId }: StepIds): string {
  return new URLSearchParams({ lab: labId, step: stepId }).toString()
}

async function ask(url: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(UNREACHABLE)
  }
  if (response.ok) return response
  const refusal = (await response.json().catch(() => ({}))) as Partial<Refusal>
  throw new Error(refusal.error ?? 'The server could not answer this. Try again in a moment.')
}
