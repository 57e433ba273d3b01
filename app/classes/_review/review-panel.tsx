'use client'
/** What a reviewer decides about the whole: items of the rubric, points, words; draft or published. */
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { send } from '../../_accounts/send.ts'
import {
  type Marks,
  pointsOf,
  publishProblem,
  type ReviewPoints,
} from '../../_classes/reviews/review-points.ts'
import { pointsText, type Rubric } from '../../_classes/reviews/rubric.ts'
import { Badge } from '../../_ui/badge.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import { type GivenPoints, OwnPoints } from './own-points.tsx'
import { PublishButtons } from './publish-buttons.tsx'

interface ReviewPanelProps {
  /** Where the review is kept. */
  readonly path: string
  readonly rubric: Rubric | undefined
  /** The one that the rest is of; 0 before the first time that it is kept. */
  readonly version: number
  readonly state: 'draft' | 'published'
  readonly marks: Marks
  readonly words: string
}

export function ReviewPanel(props: ReviewPanelProps) {
  const { rubric, state } = props
  const { own, text, present, kept, isChanged, isSending, ...change } = useReview(props)
  const points = pointsOf(rubric, present)
  const problem = publishProblem(points)
  return (
    <div className="grid gap-5">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={state === 'published' ? 'pass' : 'accent'}>
          {state === 'published' ? '✓ published' : '◐ draft'}
        </Badge>
        <span className="text-muted">
          {state === 'published'
            ? 'The learner sees every change at once.'
            : 'The learner sees nothing of it yet.'}
        </span>
      </p>
      <CriterionFields
        rubric={rubric}
        criteria={points.criteria}
        chosen={present.chosen}
        onChoose={change.setChosen}
      />
      <p aria-live="polite" className="border-line border-t pt-3 font-semibold tabular-nums">
        {totalText(points)}
      </p>
      <OwnPoints given={own} onChange={change.setOwn} />
      <label className="font-medium text-sm">
        About the whole
        <textarea
          rows={5}
          value={text}
          onChange={({ target }) => change.setText(target.value)}
          className="mt-1 block w-full rounded-md border border-line-strong bg-page px-3 py-2 text-base"
        />
      </label>
      <PublishButtons
        {...{ state, isSending }}
        mayPublish={problem === undefined}
        onKeep={change.keep}
      />
      {problem === undefined ? null : <p className="text-muted text-sm">{problem}</p>}
      <p role="status" className="text-sm empty:hidden">
        {isChanged ? 'There are changes that are not kept yet.' : kept.said}
      </p>
      <p role="alert" className="text-sm text-violation empty:hidden">
        {kept.error}
      </p>
    </div>
  )
}

function totalText({ points, pointsMax, fromRubric }: ReviewPoints): string {
  const most = pointsMax === undefined ? '' : ` of ${pointsMax}`
  if (points !== undefined) return `${pointsText(points)}${most}`
  return pointsMax === undefined
    ? 'No points: words and comments alone.'
    : `${pointsText(fromRubric)}${most} so far`
}

/** What is decided so far, and keeping it. */
function useReview({ path, rubric, version, marks, words }: ReviewPanelProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState(marks.chosen)
  const [own, setOwn] = useState<GivenPoints>(givenOf(marks))
  const [text, setText] = useState(words)
  // Not the version of a later reading: what is typed here comes from this one.
  const [kept, setKept] = useState({ version, error: '', said: '' })
  const [isChanged, setIsChanged] = useState(false)
  const [isSending, setIsSending] = useState(false)
  useUnsavedWarning(isChanged)
  const present: Marks = { chosen: knownOf(chosen, rubric), override: overrideOf(own) }
  const changing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setIsChanged(true)
    }
  const keep = async (state: 'draft' | 'published', said: string) => {
    setIsSending(true)
    const { chosen: ids, override = null } = present
    const body = { version: kept.version, state, chosen: ids, override, words: text }
    const sent = await send({ method: 'POST', path, body })
    setIsSending(false)
    if (sent.kind === 'refused') {
      setKept({ ...kept, error: sent.error, said: '' })
      return
    }
    setKept({ version: kept.version + 1, error: '', said })
    setIsChanged(false)
    router.refresh()
  }
  return {
    own,
    text,
    present,
    kept,
    isChanged,
    isSending,
    keep,
    setChosen: changing(setChosen),
    setOwn: changing(setOwn),
    setText: changing(setText),
  }
}

function givenOf({ override }: Marks): GivenPoints {
  return override === undefined
    ? { isGiven: false, points: '', reason: '' }
    : { isGiven: true, points: String(override.points), reason: override.reason }
}

function overrideOf({ isGiven, points, reason }: GivenPoints): Marks['override'] {
  const number = Number(points)
  return isGiven && points.trim() !== '' ? { points: number, reason } : undefined
}

/** Items that the rubric no longer has count for nothing, and are not sent. */
function knownOf(chosen: readonly string[], rubric: Rubric | undefined): readonly string[] {
  const ids = rubric?.criteria.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
  return ids.filter((id) => chosen.includes(id))
}

/** Asks before the page is left, while something would be lost. */
function useUnsavedWarning(isChanged: boolean): void {
  // Leaving the page is the browser's affair; it asks when told to.
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isChanged])
}
