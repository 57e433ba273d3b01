'use client'
/** The text of a version: at hand, or fetched. */
import { useEffect, useState } from 'react'
import type { StepIds } from '../drafts/draft-api.ts'
import { fetchAttemptSource, fetchReference } from './attempt-api.ts'
import { attemptIdOf, type VersionId } from './version.ts'

export type VersionText =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly source: string }
  | { readonly kind: 'refused'; readonly why: string }

interface AtHand {
  readonly present: string
  readonly starter: string
}

type Fetched = VersionText & { readonly version: VersionId }

export function useVersion(version: VersionId, step: StepIds, atHand: AtHand): VersionText {
  const { labId, stepId } = step
  const [fetched, setFetched] = useState<Fetched>()
  // What is not at hand is the server's.
  useEffect(() => {
    const asked = ask(version, { labId, stepId })
    if (asked === undefined) return
    let isGone = false
    asked.then(
      (source) => isGone || setFetched({ version, kind: 'ready', source }),
      ({ message }: Error) => isGone || setFetched({ version, kind: 'refused', why: message }),
    )
    return () => {
      isGone = true
    }
  }, [version, labId, stepId])
  if (version === 'present') return { kind: 'ready', source: atHand.present }
  if (version === 'starter') return { kind: 'ready', source: atHand.starter }
  return fetched?.version === version ? fetched : { kind: 'loading' }
}

function ask(version: VersionId, step: StepIds): Promise<string> | undefined {
  if (version === 'reference') return fetchReference(step)
  const id = attemptIdOf(version)
  return id === undefined ? undefined : fetchAttemptSource(id)
}
