/** Private snapshots of a run with its code: what the page and the server say about them. */

/** What is stored. */
export interface SnapshotDraft {
  readonly labId: string
  readonly stepId: string
  readonly checkId: string
  readonly seed: number
  readonly cursor: number
  readonly script?: string
  readonly source: string
}

export interface MadeSnapshot {
  /** Long and random: whoever has it may look. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly expiresAt: string
}

export type SnapshotAnswer =
  | { readonly kind: 'made'; readonly snapshot: MadeSnapshot }
  | { readonly kind: 'refused'; readonly why: string }

/** Asks the server for one. Never throws. */
export async function makeSnapshot(draft: SnapshotDraft): Promise<SnapshotAnswer> {
  try {
    const response = await fetch('/api/shared-runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
    })
    const answer = (await response.json()) as MadeSnapshot | { readonly error: string }
    if ('error' in answer) return { kind: 'refused', why: answer.error }
    return { kind: 'made', snapshot: answer }
  } catch {
    return { kind: 'refused', why: 'The server could not be reached. Try again in a moment.' }
  }
}

/** Where a snapshot is opened. */
export function pathOfSnapshot(
  { labId, stepId }: Pick<SnapshotDraft, 'labId' | 'stepId'>,
  id: string,
): string {
  return `/labs/${labId}/${stepId}/run/${id}`
}
