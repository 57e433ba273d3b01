'use client'
/** Whether keys are shown as on a Mac; false on the server. */
import { useSyncExternalStore } from 'react'

export function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
}
