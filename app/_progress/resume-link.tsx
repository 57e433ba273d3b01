'use client'
/** Leads back to where the reader left; absent for those who have not begun. */
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { type ReadyLesson, whereToResume } from './next-lesson.ts'
import { useKnownProgress } from './progress-provider.tsx'

interface ResumeLinkProps {
  /** Those that are ready, in the order of the course. */
  readonly lessons: readonly ReadyLesson[]
}

export function ResumeLink({ lessons }: ResumeLinkProps) {
  const resume = whereToResume(lessons, useKnownProgress())
  if (resume === undefined) return null
  const { lesson, href, isBegun } = resume
  return (
    <Link
      href={href}
      className="my-6 flex items-center justify-between gap-4 rounded-lg border border-accent px-5 py-3.5 hover:bg-surface"
    >
      <span>
        <span className="block text-muted text-sm">
          {isBegun ? 'Go on where you left' : 'Next in the course'}
        </span>
        <span className="font-semibold">{lesson.title}</span>
      </span>
      <ArrowRight aria-hidden="true" className="size-5 shrink-0 text-accent" />
    </Link>
  )
}
