/** Learners whom the rules of the class name, with reasons and since when. */
import Link from 'next/link'
import type { Reason } from '../../_classes/at-risk/list.ts'
import { reasonText } from '../../_classes/at-risk/reason-text.ts'
import { dateTimeText } from '../../_classes/when-text.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'

export interface NamedAtRisk {
  readonly userId: string
  readonly name: string
  readonly reasons: readonly Reason[]
}

interface AtRiskTableProps {
  readonly label: string
  readonly classId: string
  readonly listed: readonly NamedAtRisk[]
  readonly zone: string
}

export function AtRiskTable({ label, classId, listed, zone }: AtRiskTableProps) {
  return (
    <Table label={label} heads={['Learner', 'Why, and since when']}>
      {listed.map(({ userId, name, reasons }) => (
        <tr key={userId} className="border-line border-b">
          <Cell>
            <Link
              href={`/classes/${classId}/people/${userId}`}
              className="whitespace-nowrap text-accent underline underline-offset-4"
            >
              {name}
            </Link>
          </Cell>
          <Cell>
            <ul className="grid gap-1.5">
              {reasons.map((reason) => {
                const text = reasonText(reason)
                return (
                  <li key={text}>
                    {text}{' '}
                    <span className="text-muted">Since {dateTimeText(reason.since, zone)}.</span>
                  </li>
                )
              })}
            </ul>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
