/** What a class answered to a question, without names: each answer with how many gave it. */
import { Fragment } from 'react'
import type { TallyRow } from '../../_classes/statistics/answer-tally.ts'
import { InlineHtml } from '../../_quiz/html.tsx'
import { counted } from '../../_ui/count-text.ts'

interface AnswerTallyProps {
  /** For screen readers, which hear of many such tables. */
  readonly label: string
  readonly rows: readonly TallyRow[]
  readonly asked: number
  /** Names of misconceptions by their ids; without them nothing is said of right and wrong. */
  readonly names?: ReadonlyMap<string, string>
}

export function AnswerTally({ label, rows, asked, names }: AnswerTallyProps) {
  return (
    <table aria-label={label} className="w-full max-w-3xl text-left text-sm">
      <thead>
        <tr className="border-line-strong border-b">
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Answer
          </th>
          <th scope="col" className="w-32 py-1.5 font-semibold sm:w-44">
            Learners
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-line border-b align-top">
            <th scope="row" className="break-words py-2 pr-4 font-normal">
              {names === undefined || row.isRight === undefined ? null : (
                <span className={row.isRight ? 'text-pass' : 'text-muted'}>
                  <span aria-hidden="true">{row.isRight ? '✓ ' : '✕ '}</span>
                  <span className="sr-only">{row.isRight ? 'Right: ' : 'Wrong: '}</span>
                </span>
              )}
              {row.label.map((part, at) => (
                <Fragment key={`${row.id} ${String(at)}`}>
                  {'html' in part ? <InlineHtml html={part.html} /> : part.text}
                </Fragment>
              ))}
              {names === undefined || row.misconception === undefined ? null : (
                <span className="mt-0.5 block text-muted">
                  Shows: {names.get(row.misconception) ?? row.misconception}
                </span>
              )}
            </th>
            <td className="py-2 tabular-nums">
              <Bar share={asked === 0 ? 0 : row.count / asked} />
              {counted(row.count, 'learner')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
      <rect width={100} height={8} fill="var(--surface-strong)" />
      <rect width={100 * share} height={8} fill="var(--accent)" />
    </svg>
  )
}
