'use client'
/** A mock interview from its beginning to its review. */
import { newVersion } from '../../labs/_workspace/drafts/new-version.ts'
import type { InterviewNotes } from './interview-notes.ts'
import { InterviewReview } from './interview-review.tsx'
import { InterviewStart } from './interview-start.tsx'
import { InterviewTalk } from './interview-talk.tsx'
import { promptsOf, type Scenario } from './prompts.ts'
import { useNotes } from './use-notes.ts'

export interface LessonLink {
  readonly slug: string
  readonly title: string
}

export function InterviewDesk({
  scenario,
  ownerId,
  kept,
  lessons,
  lastId,
}: {
  readonly scenario: Scenario
  readonly ownerId: string | undefined
  /** An interview that is looked at again. */
  readonly kept?: InterviewNotes | undefined
  readonly lessons: readonly LessonLink[]
  /** The last answer to the scenario's card. */
  readonly lastId: string | null
}) {
  const { notes, saved, begin, change } = useNotes(scenario.id, { ownerId, kept })
  const prompts = promptsOf(scenario)
  if (notes === undefined) {
    return (
      <InterviewStart
        scenario={scenario}
        prompts={prompts}
        onBegin={({ minutes, isTimed }) => {
          const now = new Date().toISOString()
          begin({
            id: newVersion(),
            scenarioId: scenario.id,
            minutes,
            isTimed,
            pad: {},
            points: [],
            startedAt: now,
            savedAt: now,
          })
        }}
      />
    )
  }
  return (
    <>
      <p role="status" className="mb-3 min-h-5 text-muted text-sm">
        {saved}
      </p>
      {notes.endedAt === undefined ? (
        <InterviewTalk {...{ scenario, prompts, notes }} onChange={change} />
      ) : (
        <InterviewReview
          {...{ scenario, prompts, notes, lessons, lastId, ownerId }}
          onChange={change}
        />
      )}
    </>
  )
}
