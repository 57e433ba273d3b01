'use client'
/** The state of the outbox, for pages; it is sent when the network comes back. */
import { useEffect, useSyncExternalStore } from 'react'
import type { OutboxState } from './outbox.ts'
import { outbox } from './outbox-here.ts'

const BEFORE: OutboxState = { waiting: 0, ofOthers: 0, isAway: false, reports: [] }

/** @param ownerId whom the page was made for; undefined for a stranger's */
export function useOutbox(ownerId: string | undefined): OutboxState {
  // Follows the network and the browser's storage, where earlier pages left what was not sent.
  useEffect(() => {
    void outbox.open(ownerId)
    const send = () => void outbox.flush()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [ownerId])
  return useSyncExternalStore(
    (changed) => outbox.subscribe(changed),
    () => outbox.state(),
    () => BEFORE,
  )
}
