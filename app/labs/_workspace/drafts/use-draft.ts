'use client'
/** The learner's text of a step, kept in the browser and on the server between visits. */
import { useEffect, useRef, useState } from 'react'
import { fetchDraft, type StepIds, saveDraft } from './draft-api.ts'
import { DraftKeeper, type DraftPorts, type DraftSnapshot } from './draft-keeper.ts'
import type { DraftNotices } from './draft-notices.ts'
import type { Desk, EarlierStep } from './draft-view.ts'
import { firstText } from './first-text.ts'
import { findLocal, forgetOthers, keepLocal, type LocalDraft } from './local-drafts.ts'
import { newVersion } from './new-version.ts'
import { storageOfPage } from './storage-of-page.ts'

interface UseDraftOptions extends StepIds, DraftNotices {
  readonly desk: Desk
  readonly starter: string
  /** The newest submission of this step. */
  readonly submitted: string | undefined
}

export interface DraftState {
  /** Undefined until the browser's store has been read. */
  readonly draft: DraftSnapshot | undefined
  /** The earlier steps, with the learner's code wherever it was found. */
  readonly earlier: readonly EarlierStep[]
  readonly write: (source: string) => void
  /**
   * Resolves when the server has answered what was sent, or could not: true when it knows
   * the learner by now.
   */
  readonly settle: () => Promise<boolean>
}

export function useDraft(options: UseDraftOptions): DraftState {
  const { labId, stepId } = options
  const [draft, setDraft] = useState<DraftSnapshot>()
  const [earlier, setEarlier] = useState(options.desk.earlier)
  const keeper = useRef<DraftKeeper>(undefined)
  const latest = useRef(options)
  // Callbacks find the newest options; the keeper itself is made once for a step.
  useEffect(() => {
    latest.current = options
  })
  // The browser's store, its network and the page's end: all of them outside of React.
  useEffect(() => {
    const { starter, submitted } = latest.current
    const desk = withLocal(labId, latest.current.desk)
    const first = firstText({ desk, starter, submitted })
    const made = new DraftKeeper(
      { first: first.source, owner: desk.owner, draft: desk.draft },
      portsOf({ labId, stepId }, desk),
      {
        onChange: () => keeper.current === made && setDraft(made.snapshot),
        onReplaced: (replaced) => latest.current.onReplaced(replaced),
        onNewer: (source) => latest.current.onNewer(source),
      },
    )
    keeper.current = made
    setEarlier(desk.earlier)
    setDraft(made.snapshot)
    latest.current.onOpened({ desk, first, draft: made.snapshot })
    made.begin()
    const unfollow = followPage(made)
    return () => {
      unfollow()
      keeper.current = undefined
      made.end()
    }
  }, [labId, stepId])
  return {
    draft,
    earlier,
    write: (source) => keeper.current?.edit(source),
    settle: async () => {
      const { current } = keeper
      await current?.settle()
      return current?.snapshot.isOwned ?? false
    },
  }
}

function portsOf({ labId, stepId }: StepIds, desk: Desk): DraftPorts {
  const storage = storageOfPage()
  const step = `${labId}/${stepId}`
  return {
    find: () => findLocal(storage, step, desk.owner),
    keep: (draft: LocalDraft) => {
      try {
        keepLocal(storage, step, draft)
        return true
      } catch {
        // It is full, or the reader's settings refuse it to the page.
        return false
      }
    },
    forgetOthers: (owner) => forgetOthers(storage, step, owner),
    save: (body, isLast) => saveDraft({ labId, stepId }, body, isLast),
    fetch: () => fetchDraft({ labId, stepId }),
    timers: {
      set: (run, delayMs) => window.setTimeout(run, delayMs),
      clear: (timer) => window.clearTimeout(timer),
    },
    nowMs: () => Date.now(),
    isOnline: () => navigator.onLine,
    newVersion,
  }
}

/** Earlier steps whose code the server does not know may be in this browser. */
function withLocal(labId: string, desk: Desk): Desk {
  const storage = storageOfPage()
  return {
    ...desk,
    earlier: desk.earlier.map((step) => {
      if (step.code !== undefined) return step
      const { draft } = findLocal(storage, `${labId}/${step.id}`, desk.owner)
      if (draft === undefined) return step
      return { ...step, code: { source: draft.source, isPassed: false } }
    }),
  }
}

/** Tells the keeper when the page hides and comes back, and so does the network. */
function followPage(keeper: DraftKeeper): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') keeper.leave()
    else void keeper.wake()
  }
  const onLeave = () => keeper.leave()
  const onOnline = () => void keeper.wake()
  const onOffline = () => keeper.sleep()
  document.addEventListener('visibilitychange', onVisibility)
  addEventListener('pagehide', onLeave)
  addEventListener('online', onOnline)
  addEventListener('offline', onOffline)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    removeEventListener('pagehide', onLeave)
    removeEventListener('online', onOnline)
    removeEventListener('offline', onOffline)
  }
}
