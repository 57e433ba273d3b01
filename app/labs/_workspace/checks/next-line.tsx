/** What the present state means, what to do now, and the button that does it. */

import { Button } from '../../../_ui/button.tsx'
import { LinkButton } from '../../../_ui/link-button.tsx'
import type { NextAction, WhatNext } from './what-next.ts'

interface NextLineProps {
  /** What the state means; may be empty. */
  readonly note: string
  readonly next: WhatNext
  readonly onAction: (action: NextAction) => void
}

export function NextLine({ note, next: { text, action }, onAction }: NextLineProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 pb-2 text-sm">
      <div className="min-w-40 flex-1">
        {note === '' ? null : <p className="tabular-nums [overflow-wrap:anywhere]">{note}</p>}
        <p className="text-muted">{text}</p>
      </div>
      {action === undefined ? null : <Action action={action} onAction={onAction} />}
    </div>
  )
}

const SIZE = 'shrink-0 pointer-coarse:min-h-11'

function Action({
  action,
  onAction,
}: Pick<NextLineProps, 'onAction'> & { readonly action: NextAction }) {
  if (action.kind === 'step') {
    return (
      <LinkButton href={action.href} size="small" className={SIZE}>
        {action.label}
      </LinkButton>
    )
  }
  return (
    <Button look="secondary" size="small" onClick={() => onAction(action)} className={SIZE}>
      {action.label}
    </Button>
  )
}
