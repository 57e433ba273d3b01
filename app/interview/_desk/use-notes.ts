'use client'
/** The notes of one interview: each change is kept at once, and sent when there is a pause. */
import { useEffect, useRef, useState } from 'react'
import type { InterviewNotes } from './interview-notes.ts'
import { keepNotes, openNotes, sendNotes } from './notes-keeper.ts'

const SEND_AFTER_MS = 3_000

export interface NotesDesk {
  /** Undefined before the interview begins. */
  readonly notes: InterviewNotes | undefined
  /** Where they are, in a short sentence. */
  readonly saved: string
  begin(notes: InterviewNotes): void
  change(change: Partial<InterviewNotes>): void
}

/** @param kept an interview that is looked at again, from the server */
export function useNotes(
  scenarioId: string,
  {
    ownerId,
    kept,
  }: { readonly ownerId: string | undefined; readonly kept?: InterviewNotes | undefined },
): NotesDesk {
  const [notes, setNotes] = useState(kept)
  const [saved, setSaved] = useState('')
  const latest = useRef(kept)
  const owner = useRef(ownerId)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The browser's storage exists only there: an interview that was left goes on.
  useEffect(() => {
    if (latest.current !== undefined) return
    latest.current = openNotes(scenarioId)
    setNotes(latest.current)
  }, [scenarioId])
  const send = async () => {
    if (latest.current === undefined) return
    const sent = await sendNotes(latest.current, owner.current)
    if (sent === undefined) setSaved('You are offline: your notes are kept in this browser.')
    else if ('problem' in sent) setSaved(sent.problem)
    else {
      owner.current = sent.ownerId
      setSaved('Saved.')
    }
  }
  const put = (next: InterviewNotes) => {
    latest.current = { ...next, savedAt: new Date().toISOString() }
    setNotes(latest.current)
    keepNotes(latest.current)
    setSaved('Kept in this browser.')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), SEND_AFTER_MS)
  }
  return {
    notes,
    saved,
    begin: put,
    change(change) {
      if (latest.current !== undefined) put({ ...latest.current, ...change })
    },
  }
}
