'use client'
/** Saves settings by a button; the server then makes the page with them. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ReviewSettings } from '../../_review/settings.ts'
import { saveSettings } from './save-settings.ts'

export function useSaving(ownerId: string | undefined) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const save = (settings: ReviewSettings, words: string) => {
    setSaid('')
    setProblem('')
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    saveSettings(ownerId, { ...settings, timeZone }).then(
      () => {
        setSaid(words)
        router.refresh()
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    )
  }
  return { save, said, problem }
}
