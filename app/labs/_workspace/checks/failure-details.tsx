'use client'
/**
 * Why a check did not pass: the claim, what broke it, the steps that led there, the learner's
 * line, a question to think about, and everything else for those who want to dig.
 */
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { EventId, LearnerLine } from '#core'
import { StorySteps } from '../../../_content/story-steps.tsx'
import type { LessonLink } from '../workspace-props.ts'
import type { CheckRow } from './check-rows.ts'
import type { Explanation } from './explanation.ts'
import { RunDetails } from './run-details.tsx'
import { TextButton } from './text-button.tsx'
import { useStory } from './use-story.ts'

interface FailureDetailsProps {
  readonly row: CheckRow
  readonly explanation: Explanation
  /** The text that was judged. */
  readonly source: string | undefined
  readonly lesson: LessonLink | undefined
  /** Moves the diagram to an event; undefined when there is no run to look at. */
  readonly onEvent: ((event: EventId) => void) | undefined
  readonly onGoTo: (line: number, column: number) => void
  /** Marks the line that did it, in the editor. */
  readonly onPoint: ((line: number) => void) | undefined
}

export function FailureDetails(props: FailureDetailsProps) {
  const { row, explanation, source, lesson, onEvent, onGoTo, onPoint } = props
  const { label, claim, message, cause, ask, where, event, line } = explanation
  const { story, trace } = useStory(row, source)
  const place = story?.line ?? (line === 0 ? undefined : { line, column: 1, text: '' })
  usePointing(place?.line, onPoint)
  return (
    <div className="space-y-2.5 text-sm">
      {claim === undefined ? (
        <p className="font-semibold">{capital(label)}</p>
      ) : (
        <p className="font-semibold">
          {claim.sentence} <span className="font-normal text-muted text-xs">{claim.source}</span>
        </p>
      )}
      <p className="[overflow-wrap:anywhere]">{message}</p>
      {story !== undefined && onEvent !== undefined ? (
        <StorySteps label="How it came about" steps={story.steps}>
          {({ event: step, text }) => <TextButton onPress={() => onEvent(step)}>{text}</TextButton>}
        </StorySteps>
      ) : onEvent === undefined || event === undefined ? null : (
        <p>
          <TextButton onPress={() => onEvent(event)}>The event that broke it</TextButton>
        </p>
      )}
      {where === '' ? null : (
        <p className="text-muted tabular-nums">
          {claim === undefined ? 'At' : 'Broke at'} {where}.
        </p>
      )}
      {place === undefined ? null : <Line place={place} onGoTo={onGoTo} />}
      {cause === '' ? null : <p>{cause}</p>}
      {ask === '' ? null : (
        <p className="border-violation border-l-2 pl-3">
          <span className="font-semibold">Ask yourself:</span> {ask}
        </p>
      )}
      {lesson === undefined || claim === undefined ? null : <LessonToRead lesson={lesson} />}
      <RunDetails row={row} story={story} trace={trace} onEvent={onEvent} />
    </div>
  )
}

/** Marks the line as soon as it is known. */
function usePointing(line: number | undefined, onPoint: FailureDetailsProps['onPoint']): void {
  const isWanted = onPoint !== undefined
  const point = useRef(onPoint)
  useEffect(() => {
    point.current = onPoint
  })
  // The editor is an outside system: it is told once for each line, not at each rendering.
  useEffect(() => {
    if (isWanted && line !== undefined) point.current?.(line)
  }, [isWanted, line])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Opens beside the code, which stays as it is. */
function LessonToRead({ lesson: { slug, title } }: { readonly lesson: LessonLink }) {
  return (
    <p>
      To read:{' '}
      <Link
        href={`/learn/${slug}`}
        className="text-accent underline underline-offset-2 hover:text-accent-strong"
      >
        {title}
      </Link>
    </p>
  )
}

function Line({
  place: { line, column, text },
  onGoTo,
}: {
  readonly place: LearnerLine
  readonly onGoTo: (line: number, column: number) => void
}) {
  return (
    <div>
      <TextButton onPress={() => onGoTo(line, column)}>{`Your code, line ${line}`}</TextButton>
      {text === '' ? null : (
        <code className="mt-0.5 block rounded bg-surface px-2 py-1 font-mono text-xs [overflow-wrap:anywhere]">
          {text}
        </code>
      )}
    </div>
  )
}
