'use client'
/** Whether there is room for the editor; undefined on the server. */
import { useSyncExternalStore } from 'react'

/** The same width as in workspace.module.css. */
const QUERY = '(min-width: 768px)'

export function useIsWide(): boolean | undefined {
  return useSyncExternalStore<boolean | undefined>(
    (onChange) => {
      const query = matchMedia(QUERY)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => matchMedia(QUERY).matches,
    () => undefined,
  )
}
