'use client'
/** The reader's progress: what the server knew, then with what the browser keeps as well. */
import { useEffect, useState } from 'react'
import type { Progress } from './progress.ts'
import { type KnownProgress, keeper } from './progress-keeper.ts'

export function useProgress(known: KnownProgress): Progress {
  const [lessons, setLessons] = useState(known.lessons)
  // Follows the browser's storage, which exists only there, and other parts of the page.
  useEffect(() => {
    setLessons(keeper.open(known))
    return keeper.subscribe(setLessons)
  }, [known])
  return lessons
}
