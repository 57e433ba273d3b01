/** All that happened in the step at the cursor: the event, its effects, what they carried. */
import { formatSeconds, type TraceEvent, type WorldView } from '#core'
import type { Mark } from './layout.ts'

interface StepDetailsProps {
  readonly mark: Mark
  readonly describe: (event: TraceEvent) => string
  /** The whole trace folded: what messages held. */
  readonly view: WorldView
  /** The sentence about the violation, when it is here. */
  readonly violationText: string | undefined
}

export function StepDetails({ mark, describe, view, violationText }: StepDetailsProps) {
  const { lead, at } = mark.group
  return (
    <section
      aria-label="This step"
      tabIndex={0}
      className="max-h-32 shrink-0 overflow-auto text-sm @3xl:max-h-none @3xl:w-64 @4xl:w-72"
    >
      <p className="text-muted text-xs tabular-nums">
        {formatSeconds(at)} · event {lead.id}
      </p>
      <p className="mt-0.5 font-medium">{capital(describe(lead))}</p>
      <Body text={bodyOf(lead, view)} />
      {violationText === undefined ? null : (
        <p className="my-2 border-violation border-l-2 pl-2.5">
          <strong className="text-violation">Violation.</strong> {violationText}
        </p>
      )}
      <ol className="mt-1.5 space-y-1 text-muted">
        {mark.group.effects.map((event) => (
          <li key={event.id} className="border-line border-l-2 pl-2.5">
            {describe(event)}
            <Body text={bodyOf(event, view)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Body({ text }: { readonly text: string }) {
  if (text === '') return null
  return <code className="block break-all font-mono text-muted text-xs">{text}</code>
}

function bodyOf(event: TraceEvent, view: WorldView): string {
  switch (event.kind) {
    case 'send':
      return event.body
    case 'receive':
      return view.message(event.message).body
    default:
      return ''
  }
}

function capital(text: string): string {
  // Names of nodes are written small, as the learner's code has them.
  return /^[nc]\d/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}
