'use client'
/** Offers code that was submitted from elsewhere after this browser's text was last edited. */
import { useState } from 'react'
import type { LatestSubmission } from '../../_run/submission-view.ts'
import type { Draft } from './use-draft.ts'

export interface Offer {
  /** The code to offer; undefined when there is none, or the learner did not want it. */
  readonly source: string | undefined
  readonly dismiss: () => void
}

export function useOffer(latest: LatestSubmission | undefined, draft: Draft | undefined): Offer {
  const [isDismissed, setIsDismissed] = useState(false)
  const isNewer =
    latest !== undefined &&
    draft !== undefined &&
    latest.source !== draft.source &&
    Date.parse(latest.view.createdAt) > draft.savedAt
  return {
    source: isNewer && !isDismissed ? latest.source : undefined,
    dismiss: () => setIsDismissed(true),
  }
}
