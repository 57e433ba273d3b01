/** The submissions of one learner at one step, and what changed between two of them. */
import Link from 'next/link'
import {
  type LearnerSubmission,
  listSubmissionsOf,
  readSourceOf,
} from '../../_server/classes/learner-submissions.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { DiffTable } from '../../labs/_editor/diff-table.tsx'
import { diffLines } from '../../labs/_editor/line-diff.ts'
import { ClassTime } from './class-time.tsx'
import { SUBMISSION_HEADS, SubmissionCells } from './submission-cells.tsx'

interface StepHistoryProps {
  readonly userId: string
  readonly step: { readonly id: string; readonly labId: string; readonly stepId: string }
  /** Address of the page. */
  readonly base: string
  readonly zone: string
  /** Ids of two submissions; empty for the newest and the one before it. */
  readonly from: string
  readonly to: string
}

export async function StepHistory({ userId, step, base, zone, from, to }: StepHistoryProps) {
  const all = await listSubmissionsOf(userId, step.labId, step.stepId)
  if (all.length === 0)
    return <p className="text-muted">Nothing was handed in for this step yet.</p>
  const right = all.find(({ id }) => id === to) ?? all[0]
  const left =
    all.find(({ id }) => id === from) ?? all[right === undefined ? 1 : all.indexOf(right) + 1]
  return (
    <>
      <Table label="Submissions, the newest first" heads={[...SUBMISSION_HEADS, 'Changes']}>
        {all.map((one, index) => (
          <Row
            key={one.id}
            {...{ one, base, zone, step }}
            before={all[index + 1]}
            isShown={one === right}
          />
        ))}
      </Table>
      {right === undefined ? null : (
        <Difference userId={userId} left={left} right={right} zone={zone} />
      )}
    </>
  )
}

interface RowProps extends Pick<StepHistoryProps, 'base' | 'zone' | 'step'> {
  readonly one: LearnerSubmission
  readonly before: LearnerSubmission | undefined
  readonly isShown: boolean
}

function Row({ one, before, base, zone, step, isShown }: RowProps) {
  const query = new URLSearchParams({ step: step.id, from: before?.id ?? '', to: one.id })
  return (
    <tr className={`border-line border-b ${isShown ? 'bg-surface' : ''}`}>
      <SubmissionCells submission={one} zone={zone} />
      <Cell>
        <Link
          href={`${base}?${query}#attempts`}
          aria-current={isShown ? 'true' : undefined}
          className="text-accent underline underline-offset-4"
        >
          {before === undefined ? 'show the code' : 'since the one before'}
        </Link>
      </Cell>
    </tr>
  )
}

interface DifferenceProps {
  readonly userId: string
  readonly left: LearnerSubmission | undefined
  readonly right: LearnerSubmission
  readonly zone: string
}

async function Difference({ userId, left, right, zone }: DifferenceProps) {
  const [before = '', after = ''] = await Promise.all([
    left === undefined ? '' : readSourceOf(userId, left.id),
    readSourceOf(userId, right.id),
  ])
  const lines = diffLines(before, after)
  const added = lines.filter(({ kind }) => kind === 'added').length
  const removed = lines.filter(({ kind }) => kind === 'removed').length
  return (
    <section aria-labelledby="difference" className="mt-6">
      <h3 id="difference" className="font-medium">
        {left === undefined ? 'Handed in first: ' : 'Changed by the one of '}
        <ClassTime at={right.createdAt} zone={zone} />
      </h3>
      <p className="mb-3 text-muted text-sm">
        {added} {added === 1 ? 'line' : 'lines'} added, {removed} removed.
      </p>
      <ScrollArea
        label="Lines that changed"
        className="max-h-[36rem] rounded-md border border-line"
      >
        <DiffTable lines={lines} caption="What changed between two submissions" />
      </ScrollArea>
    </section>
  )
}
