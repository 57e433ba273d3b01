'use client'
/** Loads what notes the reader's progress once the text is there: reading needs none of it. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { LessonWatchProps } from './lesson-watch.tsx'

const LessonWatch = lazy(() =>
  import('./lesson-watch.tsx').then((module) => ({ default: module.LessonWatch })),
)

export function LessonWatchLater(props: LessonWatchProps) {
  const [isWanted, setWanted] = useState(false)
  // The first effect runs when the browser has taken the page over.
  useEffect(() => setWanted(true), [])
  return isWanted ? (
    <Suspense fallback={null}>
      <LessonWatch {...props} />
    </Suspense>
  ) : null
}
