/** A reader's submissions, newest first. */
import Link from 'next/link'
import type { AccountSubmission } from '../_server/account-submissions.ts'
import { Badge, type BadgeTone } from '../_ui/badge.tsx'

export function SubmissionTable({
  submissions,
}: {
  readonly submissions: readonly AccountSubmission[]
}) {
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-line-strong border-b">
            <th scope="col" className="py-2 pr-6 font-semibold">
              Submitted
            </th>
            <th scope="col" className="py-2 pr-6 font-semibold">
              Step
            </th>
            <th scope="col" className="py-2 font-semibold">
              Result
            </th>
          </tr>
        </thead>
        <tbody>
          {submissions.map(({ id, labId, stepId, title, createdAt, outcome }) => (
            <tr key={id} className="border-line border-b">
              <td className="whitespace-nowrap py-2.5 pr-6 text-muted tabular-nums">
                <time dateTime={createdAt.toISOString()}>{formatUtc(createdAt)}</time>
              </td>
              <td className="py-2.5 pr-6">
                <Link
                  href={`/labs/${labId}/${stepId}`}
                  className="text-accent underline underline-offset-4"
                >
                  {title}
                </Link>
              </td>
              <td className="py-2.5">
                <Badge tone={toneOf(outcome)}>{outcome}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `2026-11-21 03:34 UTC`: the server does not know the reader's time zone. */
function formatUtc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const WITHOUT_VERDICT = ['queued', 'running', 'superseded', 'set aside by us']

function toneOf(outcome: string): BadgeTone {
  if (outcome === 'passed') return 'pass'
  return WITHOUT_VERDICT.includes(outcome) ? 'plain' : 'fault'
}
