'use client'
/** One attempt in the list of them. */
import { Badge, type BadgeTone } from '../../../_ui/badge.tsx'
import { Button } from '../../../_ui/button.tsx'
import type { AttemptView } from './attempt-view.ts'
import { attemptTitle, KINDS, resultText, timeText, type VersionId, versionOf } from './version.ts'

interface AttemptItemProps {
  readonly attempt: AttemptView
  /** The one before it in time. */
  readonly before: AttemptView | undefined
  readonly onOpen: () => void
  readonly onRestore: () => void
  readonly onCompare: (left: VersionId, right: VersionId) => void
}

export function AttemptItem(props: AttemptItemProps) {
  const { attempt, before, onOpen, onRestore, onCompare } = props
  const title = attemptTitle(attempt)
  const self = versionOf(attempt)
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 grow basis-72">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{KINDS[attempt.kind]}</span>
          <time dateTime={attempt.createdAt} className="text-muted text-sm tabular-nums">
            {timeText(attempt.createdAt)}
          </time>
          <Result attempt={attempt} />
        </p>
        {attempt.broken === '' ? null : <p className="mt-1 text-sm">{attempt.broken}</p>}
        {attempt.kind === 'replaced' ? (
          <p className="mt-1 text-sm">Newer code from another tab or machine took its place.</p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-1">
        {before === undefined ? null : (
          <Action
            name="What changed"
            of={title}
            onPress={() => onCompare(versionOf(before), self)}
          />
        )}
        <Action name="Compare" of={title} onPress={() => onCompare(self, 'present')} />
        <Action name="Open" of={title} onPress={onOpen} />
        <Action name="Restore" of={title} onPress={onRestore} />
      </div>
    </li>
  )
}

function Action({
  name,
  of,
  onPress,
}: {
  readonly name: string
  /** The attempt, for those who hear one button at a time. */
  readonly of: string
  readonly onPress: () => void
}) {
  return (
    <Button
      look="secondary"
      size="small"
      aria-label={`${name}: ${of}`}
      className="max-md:min-h-11"
      onClick={onPress}
    >
      {name}
    </Button>
  )
}

function Result({ attempt }: { readonly attempt: AttemptView }) {
  const text = resultText(attempt)
  if (text === '') return null
  const times = attempt.kind === 'run' && attempt.times > 1 ? `, ${attempt.times} times` : ''
  return <Badge tone={toneOf(attempt)}>{`${text}${times}`}</Badge>
}

function toneOf(attempt: AttemptView): BadgeTone {
  if (attempt.kind === 'replaced') return 'plain'
  switch (attempt.outcome) {
    case 'passed':
      return 'pass'
    case 'failed':
    case 'does-not-compile':
    case 'time-limit':
    case 'memory-limit':
      return 'violation'
    default:
      return 'plain'
  }
}
