'use client'
/**
 * Notes what the reader of a lesson does: opens it, uses a figure, answers a question, comes to a
 * heading, reaches the end. Stands at the end of the text and shows what is done.
 */
import { useEffect, useRef } from 'react'
import type { LessonOutline } from '#content/schema/compiled.ts'
import { ANSWERED, type AnsweredDetail } from './answered-event.ts'
import { LessonSummary } from './lesson-summary.tsx'
import { type KnownProgress, keeper } from './progress-keeper.ts'
import { useProgress } from './use-progress.ts'

export interface LessonWatchProps {
  readonly slug: string
  readonly outline: LessonOutline
  readonly known: KnownProgress
}

export function LessonWatch({ slug, outline, known }: LessonWatchProps) {
  const lessons = useProgress(known)
  const end = useRef<HTMLDivElement>(null)

  // Follows what happens in the text around, most of which is no component of ours.
  useEffect(() => {
    const article = end.current?.closest('article')
    if (article === null || article === undefined) return
    keeper.record(slug, { kind: 'opened' })
    const stops = [watchFigures(article, slug), watchAnswers(article, slug)]
    stops.push(watchHeadings(article, slug))
    if (end.current !== null) stops.push(watchEnd(end.current, slug))
    const leave = () => keeper.flush()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      for (const stop of stops) stop()
      leave()
    }
  }, [slug])

  return (
    <div ref={end}>
      <LessonSummary
        outline={outline}
        progress={lessons[slug]}
        isStranger={known.ownerId === undefined}
      />
    </div>
  )
}

/** A press on a button or a moved handle; to predict is not yet to run. */
function watchFigures(article: Element, slug: string): () => void {
  const note = (event: Event) => {
    if (!(event.target instanceof Element)) return
    const bench = event.target.closest('[data-figure]')
    const name = bench?.getAttribute('data-figure')
    if (!bench || !name || !isUse(event, event.target, bench)) return
    keeper.record(slug, { kind: 'used-figure', name })
  }
  const kinds = ['click', 'keyup', 'pointerup', 'change']
  for (const kind of kinds) article.addEventListener(kind, note)
  return () => {
    for (const kind of kinds) article.removeEventListener(kind, note)
  }
}

function isUse(event: Event, target: Element, bench: Element): boolean {
  switch (event.type) {
    case 'click':
      return target.closest('button') !== null
    case 'change':
      // Choices alone count only where there is nothing to press.
      return bench.querySelector('button') === null
    default:
      // A key that only brought the focus here moves nothing.
      if (event instanceof KeyboardEvent && !event.key.startsWith('Arrow')) return false
      return target.closest('[role="slider"]') !== null
  }
}

function watchAnswers(article: Element, slug: string): () => void {
  const note = (event: Event) => {
    const { detail } = event as CustomEvent<AnsweredDetail>
    keeper.record(slug, { kind: 'answered', ...detail })
  }
  article.addEventListener(ANSWERED, note)
  return () => article.removeEventListener(ANSWERED, note)
}

function watchHeadings(article: Element, slug: string): () => void {
  const observer = new IntersectionObserver((entries) => {
    const heading = entries.findLast(({ isIntersecting }) => isIntersecting)
    if (heading !== undefined) keeper.record(slug, { kind: 'came-to', place: heading.target.id })
  })
  for (const heading of article.querySelectorAll('.prose h2[id]')) observer.observe(heading)
  return () => observer.disconnect()
}

function watchEnd(end: Element, slug: string): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    keeper.record(slug, { kind: 'read' })
  })
  observer.observe(end)
  return () => observer.disconnect()
}
