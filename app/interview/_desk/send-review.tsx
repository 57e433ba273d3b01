'use client'
/** Counts an interview as a review of its scenario, so that it comes back when it fades. */
import { useState } from 'react'
import { outbox } from '../../_quiz/offline/outbox-here.ts'
import { useOutbox } from '../../_quiz/offline/use-outbox.ts'
import { Button } from '../../_ui/button.tsx'
import { newVersion } from '../../labs/_workspace/drafts/new-version.ts'
import type { InterviewNotes } from './interview-notes.ts'
import type { Scenario } from './prompts.ts'

export function SendReview({
  scenario,
  notes,
  lastId,
  ownerId,
}: {
  readonly scenario: Scenario
  readonly notes: InterviewNotes
  readonly lastId: string | null
  readonly ownerId: string | undefined
}) {
  useOutbox(ownerId)
  const [said, setSaid] = useState('')
  const send = async () => {
    const parts = new Set(scenario.parts.map(({ id }) => id))
    const own = (id: string) => parts.has(id.split('/')[0] ?? '')
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const receipt = await outbox.put({
      kind: 'answer',
      id: newVersion(),
      cardId: `question/${scenario.id}`,
      at: new Date().toISOString(),
      timeZone,
      after: lastId,
      answer: {
        kind: 'words',
        words: Object.fromEntries(Object.entries(notes.pad).filter(([id]) => own(id))),
        points: notes.points.filter(own),
      },
    })
    if (receipt?.status === 'refused') setSaid(receipt.why)
    else if (receipt === undefined) setSaid('Kept: it is counted when you are online again.')
    else setSaid('Counted: the scenario comes back in your reviews.')
  }
  return (
    <>
      <Button onClick={send} disabled={said !== ''}>
        Count it as a review
      </Button>
      <p role="status" className="w-full text-sm empty:hidden">
        {said}
      </p>
    </>
  )
}
