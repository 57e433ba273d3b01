'use client'
/** Beside a lesson on the map: how far the reader came. */
import { CircleCheck, CircleDot } from 'lucide-react'
import type { LessonOutline } from '#content/schema/compiled.ts'
import { countDone } from './progress.ts'
import { useKnownProgress } from './progress-provider.tsx'

interface LessonMarkProps {
  readonly slug: string
  readonly outline: LessonOutline
}

export function LessonMark({ slug, outline }: LessonMarkProps) {
  const progress = useKnownProgress()[slug]
  if (progress === undefined) return null
  const { answersRight } = countDone(outline, progress)
  const isRead = progress.readAt !== undefined
  const Icon = isRead ? CircleCheck : CircleDot
  return (
    <span className="flex shrink-0 items-center gap-1.5 whitespace-nowrap text-muted text-sm">
      <Icon aria-hidden="true" className={`size-4 ${isRead ? 'text-pass' : 'text-accent'}`} />
      {isRead ? 'Read' : 'Begun'}
      {answersRight > 0 ? `, ${answersRight}/${outline.questions.length} right` : ''}
    </span>
  )
}
