/** Says where answers are that the server does not have yet. Nothing is said while all is well. */
import { CloudOff } from 'lucide-react'
import type { OutboxState } from '../../_quiz/offline/outbox.ts'
import { counted } from '../../_ui/count-text.ts'

export function OutboxLine({ state }: { readonly state: OutboxState }) {
  const lines = linesOf(state)
  return (
    <div role="status" className={lines.length === 0 ? undefined : 'mb-6'}>
      {lines.map((line) => (
        <p
          key={line}
          className="mb-2 flex items-start gap-2 rounded-md border border-line-strong px-3 py-2 text-sm"
        >
          <CloudOff aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-fault" />
          {line}
        </p>
      ))}
    </div>
  )
}

function linesOf({ waiting, ofOthers, trouble, isAway, reports }: OutboxState): readonly string[] {
  const lines: string[] = []
  const kept = `${counted(waiting, 'answer')} ${waiting === 1 ? 'is' : 'are'} kept in this browser`
  if (isAway && waiting > 0) {
    lines.push(`You are offline. ${kept} and will be sent, once each, when you are back.`)
  } else if (trouble !== undefined) {
    lines.push(`${trouble} ${waiting > 0 ? `${kept}.` : ''}`)
  }
  if (ofOthers > 0) {
    lines.push(
      `${counted(ofOthers, 'answer')} of somebody else who used this browser wait here until they sign in.`,
    )
  }
  const beside = reports.filter((report) => report.status !== 'refused' && report.isBeside).length
  if (beside > 0) {
    lines.push(
      `${counted(beside, 'card was', 'cards were')} answered on another device too: both answers count, in the order in which you gave them.`,
    )
  }
  for (const report of reports) if (report.status === 'refused') lines.push(report.why)
  return [...new Set(lines)]
}
