'use client'
/** The learners of a connected course: first what taking them over would do, then doing it. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../../_accounts/send.ts'
import type { RosterProblem } from '../../_classes/roster/parse-roster.ts'
import type { RosterPlan } from '../../_classes/roster/plan-roster.ts'
import { Button } from '../../_ui/button.tsx'
import { RosterPreview } from './roster-preview.tsx'

type Preview = RosterPlan & {
  readonly problems: readonly RosterProblem[]
  readonly withoutEmail: number
}

type State =
  | { readonly kind: 'idle' | 'asking' }
  | { readonly kind: 'seen'; readonly preview: Preview }
  | { readonly kind: 'done' | 'problem'; readonly text: string }

interface MemberSyncProps {
  readonly classId: string
  readonly courseId: string
  readonly course: string
}

export function MemberSync({ classId, courseId, course }: MemberSyncProps) {
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const path = `/api/classes/${classId}/lti/${courseId}/members`
  const ask = async (to: string) => {
    setState({ kind: 'asking' })
    const sent = await send({ method: 'POST', path: to })
    if (sent.kind === 'refused') setState({ kind: 'problem', text: sent.error })
    return sent.kind === 'done' ? sent.value : undefined
  }
  const look = async () => {
    const value = await ask(`${path}/preview`)
    if (value !== undefined) setState({ kind: 'seen', preview: value as Preview })
  }
  const take = async () => {
    const value = await ask(path)
    if (value === undefined) return
    const { added, changed } = value as { readonly added: number; readonly changed: number }
    setState({ kind: 'done', text: `Taken over: ${added} new, ${changed} changed.` })
    router.refresh()
  }
  const count =
    state.kind === 'seen' ? state.preview.lines.filter((one) => one.effect !== 'same').length : 0
  return (
    <div className="grid gap-4">
      <div>
        <Button
          look="secondary"
          disabled={state.kind === 'asking'}
          // Begins with what is written on it, so that it can be called by voice.
          aria-label={state.kind === 'asking' ? 'One moment …' : `See who learns there: ${course}`}
          onClick={() => void look()}
        >
          {state.kind === 'asking' ? 'One moment …' : 'See who learns there'}
        </Button>
      </div>
      <div aria-live="polite">
        {state.kind === 'seen' ? <Seen {...state.preview} /> : null}
        {state.kind === 'done' ? <p>{state.text}</p> : null}
      </div>
      <p role="alert" className="text-sm text-violation empty:hidden">
        {state.kind === 'problem' ? state.text : ''}
      </p>
      {count === 0 ? null : (
        <div>
          <Button onClick={() => void take()}>
            Take {count} {count === 1 ? 'learner' : 'learners'} onto the roster
          </Button>
        </div>
      )}
    </div>
  )
}

function Seen({ withoutEmail, ...preview }: Preview) {
  return (
    <>
      <RosterPreview {...preview} />
      {withoutEmail === 0 ? null : (
        <p className="mt-3 max-w-prose text-sm">
          The platform tells no address of {withoutEmail} more: they come in when they open a link
          of the course.
        </p>
      )}
    </>
  )
}
