/** Why a check did not pass: the claim, what broke it, where, and a question to think about. */
import type { EventId } from '#core'
import type { Explanation } from './check-rows.ts'

interface FailureDetailsProps {
  readonly explanation: Explanation
  /** Moves the diagram to an event; undefined when there is no run to look at. */
  readonly onEvent: ((event: EventId) => void) | undefined
  readonly onGoToLine: (line: number) => void
}

export function FailureDetails({ explanation, onEvent, onGoToLine }: FailureDetailsProps) {
  const { label, claim, message, where, related, event, line } = explanation
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
      <p className="text-muted tabular-nums">
        {claim === undefined ? 'At' : 'Broke at'} {where}.
      </p>
      {onEvent === undefined || event === undefined ? null : (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {related.map((id, index) => (
            <EventButton key={id} onPress={() => onEvent(id)}>
              {`${index + 1}. Event ${id}`}
            </EventButton>
          ))}
          <EventButton onPress={() => onEvent(event)}>The event that broke it</EventButton>
        </p>
      )}
      {line === 0 ? null : (
        <p>
          <EventButton onPress={() => onGoToLine(line)}>{`Your code, line ${line}`}</EventButton>
        </p>
      )}
      {claim === undefined ? null : (
        <p className="border-violation border-l-2 pl-3">
          <span className="font-semibold">Ask yourself:</span> {claim.ask}
        </p>
      )}
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

interface EventButtonProps {
  readonly onPress: () => void
  readonly children: string
}

function EventButton({ onPress, children }: EventButtonProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-6 text-accent underline underline-offset-2 hover:text-accent-strong"
    >
      {children}
    </button>
  )
}
