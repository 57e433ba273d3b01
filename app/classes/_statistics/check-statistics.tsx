/** Statistics of the checks of a step: who breaks each at first and still, and how well it tells. */

import type { WorkUnit } from '../../_classes/progress/work-unit.ts'
import {
  type CheckFlag,
  type CheckStatistics as CheckRow,
  checkItems,
} from '../../_classes/statistics/check-items.ts'
import { PEOPLE_MIN } from '../../_classes/statistics/discrimination.ts'
import { type ItemOrder, orderItems } from '../../_classes/statistics/item-order.ts'
import { ANSWERS_MIN } from '../../_classes/statistics/quiz-items.ts'
import { readCheckOutcomes } from '../../_server/classes/statistics/check-outcomes.ts'
import { Badge } from '../../_ui/badge.tsx'
import { HowToRead } from './how-to-read.tsx'
import { ItemMap } from './item-map.tsx'
import { ItemTable } from './item-table.tsx'
import { ShareBar } from './share-bar.tsx'
import { TellingCell } from './telling-cell.tsx'

interface CheckStatisticsProps {
  readonly classId: string
  readonly path: string
  readonly unit: WorkUnit
  readonly learners: number
  readonly order: ItemOrder
}

const HEADS = [
  { name: 'No.', order: 'place' },
  { name: 'Check' },
  { name: 'Broken at first', order: 'hard' },
  { name: 'Broken now' },
  { name: 'Holds from' },
  { name: 'Tells apart', order: 'tells' },
] as const

export async function CheckStatistics(props: CheckStatisticsProps) {
  const { classId, path, unit, learners, order } = props
  const outcomes = await readCheckOutcomes(classId, unit.target, unit.stepId)
  const people = new Set(outcomes.map(({ userId }) => userId)).size
  if (people === 0) {
    return (
      <p className="max-w-prose text-muted leading-relaxed">
        None of {learners} learners has handed in code of this step that reached its checks. Once
        they do, this page says which checks break at first, which still do, and how many
        submissions it takes.
      </p>
    )
  }
  const rows = checkItems(outcomes).map((check, at) => ({
    ...check,
    number: at + 1,
    rightShare: check.shares === undefined ? undefined : 1 - check.shares.first,
  }))
  const mapped = rows.flatMap(({ number, rightShare, discrimination }) =>
    rightShare === undefined || discrimination === undefined
      ? []
      : [{ number, rightShare, discrimination }],
  )
  return (
    <>
      <p className="mb-4 max-w-prose leading-relaxed">
        {people} of {learners} learners handed in code that reached the checks.
      </p>
      {mapped.length < 2 ? null : (
        <ItemMap noun="checks" across="kept by first submissions" items={mapped} />
      )}
      <HowToReadChecks />
      <ItemTable
        label={`Checks of ${unit.title}`}
        heads={HEADS}
        order={order}
        hrefOf={(wanted) => `${path}?step=${unit.stepId}&order=${wanted}#checks`}
      >
        {orderItems(rows, order).map((row) => (
          <Row key={row.checkId} row={row} />
        ))}
      </ItemTable>
    </>
  )
}

const FLAGS: Readonly<Record<CheckFlag, string>> = {
  'never-broken': 'nobody ever broke it',
  'broken-at-first': 'every first submission broke it',
  'never-held': 'nobody keeps it so far',
}

function Row({ row }: { readonly row: CheckRow & { readonly number: number } }) {
  const { number, title, isVisible, learners, brokenFirst, brokenLast, shares, flag } = row
  return (
    <tr className="border-line border-b align-top">
      <td className="py-2.5 pr-5 tabular-nums">{number}</td>
      <th scope="row" className="min-w-48 py-2.5 pr-5 font-normal">
        {title} {isVisible ? null : <Badge>hidden</Badge>}
        {flag === undefined ? null : <span className="block text-fault">! {FLAGS[flag]}</span>}
      </th>
      <td className="py-2.5 pr-5">
        <ShareBar count={brokenFirst} of={learners} range={shares?.firstRange} />
      </td>
      <td className="whitespace-nowrap py-2.5 pr-5 tabular-nums">
        {brokenLast} of {learners}
      </td>
      <td className="whitespace-nowrap py-2.5 pr-5 tabular-nums">{triesText(row.medianTries)}</td>
      <td className="py-2.5 pr-5">
        <TellingCell discrimination={row.discrimination} />
      </td>
    </tr>
  )
}

function triesText(tries: number | undefined): string {
  if (tries === undefined) return 'not yet for half'
  return tries === 1 ? 'the first' : `submission ${tries}`
}

function HowToReadChecks() {
  return (
    <HowToRead of="the figures of the checks">
      <p>
        “Broken at first” is the share of learners whose first submission breaks the check, “broken
        now” counts those whose newest one still does. Only submissions that reached the checks
        count: code that does not compile says nothing about a claim. The thin line on the bar is
        the range in which the share of many such classes would lie, at 95 % (Wilson 1927); below{' '}
        {ANSWERS_MIN} learners there are counts alone.
      </p>
      <p>
        “Holds from” is the submission with which half of the learners keep the check; who never did
        counts as needing more than all others. “Tells apart” asks whether the first submissions
        that keep the other checks keep this one too: +1 is always, 0 is no more than chance, below
        zero it is the wrong way round. The shares are of those who keep it among the 27 % who do
        best in the rest, and among the 27 % who do worst. Below {PEOPLE_MIN} learners, and where
        all of them keep it or none, nothing can be said.
      </p>
      <p>
        A check that nobody ever broke is either learnt already or looks at nothing; one that every
        first submission breaks may be badly announced in the instructions.
      </p>
    </HowToRead>
  )
}
