'use client'
/** The form of a rubric. What it does to reviews is shown before it is kept. */
import { type FormEvent, useState } from 'react'
import { send } from '../../_accounts/send.ts'
import { CRITERIA_MAX, type Criterion, rubricMax } from '../../_classes/reviews/rubric.ts'
import type { PointsChange } from '../../_classes/reviews/rubric-change.ts'
import { Button } from '../../_ui/button.tsx'
import { CriterionForm } from './criterion-form.tsx'
import {
  type CriterionDraft,
  criterionOf,
  draftOf,
  emptyCriterion,
  swapped,
} from './rubric-draft.ts'
import { RubricEffect } from './rubric-effect.tsx'

interface RubricFormProps {
  readonly path: string
  /** Where to go when it is kept. */
  readonly next: string
  readonly version: number
  readonly criteria: readonly Criterion[]
  /** Names of the learners with a review, by id. */
  readonly names: readonly (readonly [userId: string, name: string])[]
}

export function RubricForm(props: RubricFormProps) {
  const { drafts, change, problem, changes, isSending, submit, keep } = useRubric(props)
  const most = rubricMax({ criteria: drafts.map(criterionOf) })
  return (
    <form onSubmit={submit} noValidate className="grid max-w-3xl gap-8">
      {drafts.length === 0 ? (
        <p className="text-muted">
          There is no criterion yet. Reviews then have comments and words, and points only where
          somebody gives some with a reason.
        </p>
      ) : null}
      {drafts.map((draft, at) => (
        <CriterionForm
          key={draft.id}
          number={at + 1}
          draft={draft}
          onChange={(changed) => change(drafts.with(at, changed))}
          onRemove={() => change(drafts.toSpliced(at, 1))}
          {...(at === 0 ? {} : { onUp: () => change(swapped(drafts, at)) })}
        />
      ))}
      <div>
        <Button
          look="secondary"
          disabled={drafts.length >= CRITERIA_MAX}
          onClick={() => change([...drafts, emptyCriterion()])}
        >
          Add a criterion
        </Button>
      </div>
      <p aria-live="polite" className="font-semibold tabular-nums">
        {Number.isNaN(most) ? 'Some points are not numbers yet.' : `${most} points at most.`}
      </p>
      {changes.length === 0 ? (
        <div>
          <Button type="submit" disabled={isSending}>
            {isSending ? 'One moment …' : 'Keep the rubric'}
          </Button>
        </div>
      ) : (
        <RubricEffect
          changes={changes}
          names={new Map(props.names)}
          isSending={isSending}
          onKeep={() => void keep(true)}
          onCancel={() => change(drafts)}
        />
      )}
      <p role="alert" className="text-sm text-violation empty:hidden">
        {problem}
      </p>
    </form>
  )
}

/** The rubric as it is typed, and keeping it once its effect was seen. */
function useRubric({ path, next, version, criteria }: RubricFormProps) {
  const [drafts, setDrafts] = useState(() => criteria.map(draftOf))
  const [problem, setProblem] = useState('')
  const [changes, setChanges] = useState<readonly PointsChange[]>([])
  const [isSending, setIsSending] = useState(false)
  const ask = async (where: string, acceptsChanges: boolean) => {
    setIsSending(true)
    const body = { version, acceptsChanges, criteria: drafts.map(criterionOf) }
    const sent = await send({ method: 'POST', path: where, body })
    setIsSending(false)
    setProblem(sent.kind === 'refused' ? sent.error : '')
    return sent
  }
  const keep = async (acceptsChanges: boolean) => {
    const sent = await ask(path, acceptsChanges)
    if (sent.kind === 'done') window.location.assign(next)
  }
  const look = async () => {
    const seen = await ask(`${path}/preview`, false)
    if (seen.kind === 'refused') return
    const found = changesIn(seen.value)
    if (found.length === 0) await keep(false)
    else setChanges(found)
  }
  return {
    drafts,
    problem,
    changes,
    isSending,
    keep,
    change: (all: readonly CriterionDraft[]) => {
      setDrafts([...all])
      // What was shown is no longer what would be kept.
      setChanges([])
    },
    submit: (event: FormEvent) => {
      event.preventDefault()
      void look()
    },
  }
}

function changesIn(value: unknown): readonly PointsChange[] {
  return (value as { readonly changes: readonly PointsChange[] }).changes
}
