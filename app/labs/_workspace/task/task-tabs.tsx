'use client'
/** The task of the step or the lesson behind it, both beside the code. */
import Link, { useLinkStatus } from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '../../../_ui/class-names.ts'
import type { LessonLink } from '../workspace-props.ts'

interface TaskTabsProps {
  /** Path of the step's page. */
  readonly path: string
  readonly lesson: LessonLink
  readonly isLessonShown: boolean
}

export function TaskTabs({ path, lesson, isLessonShown }: TaskTabsProps) {
  return (
    <nav
      aria-label="Task or lesson"
      className="flex shrink-0 border-line border-b bg-surface px-2 text-sm"
    >
      <Tab href={path} isShown={!isLessonShown}>
        Task
      </Tab>
      <Tab href={`${path}?lesson=${lesson.slug}`} isShown={isLessonShown}>
        Lesson: {lesson.title}
      </Tab>
    </nav>
  )
}

interface TabProps {
  readonly href: string
  readonly isShown: boolean
  readonly children: ReactNode
}

/** A link, so that the lesson beside the code has an address; the code stays as it is. */
function Tab({ href, isShown, children }: TabProps) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={isShown ? 'page' : undefined}
      className={cn(
        'inline-flex min-h-8 min-w-0 items-center border-b-2 px-2 pointer-coarse:min-h-11',
        isShown ? 'border-accent font-medium' : 'border-transparent text-muted hover:text-text',
      )}
    >
      <span className="truncate">{children}</span>
      <Pending />
    </Link>
  )
}

function Pending() {
  const { pending } = useLinkStatus()
  return pending ? <span className="ml-2 shrink-0 text-muted text-xs">loading…</span> : null
}
