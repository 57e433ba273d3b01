/** How far a learning platform knows the released grades of a class. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import type { Passback, PassbackRow } from '../../_server/lti/passback-state.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'

interface PassbackProps {
  readonly classId: string
  readonly state: Passback
  readonly mayGrade: boolean
  /** As the pages of the class show it, which may be a pseudonym. */
  readonly nameOf: (userId: string) => string
}

export function PassbackTable({ classId, state, mayGrade, nameOf }: PassbackProps) {
  const { isOffered, rows, strangers } = state
  if (!isOffered) {
    return (
      <p className="max-w-prose text-muted text-sm leading-relaxed">
        The platform takes no grades from this course so far. Its administrator can permit the tool
        to use “Assignment and Grade Services”; then open a link of the course once more.
      </p>
    )
  }
  if (rows.length === 0) {
    return (
      <p className="max-w-prose text-muted text-sm leading-relaxed">
        No grade is released yet. As soon as the grades of an assignment are, they go to a column of
        the platform’s gradebook, and so does each change of them.
      </p>
    )
  }
  return (
    <>
      <Table label="Grades on the platform" heads={['Assignment', 'Sent', 'Waiting', 'Failed']}>
        {rows.map((row) => (
          <tr key={row.assignmentId} className="border-line border-b">
            <Cell>{row.title}</Cell>
            <Cell isQuiet>{row.sent}</Cell>
            <Cell isQuiet>{row.waiting}</Cell>
            <Cell>
              <Failed failed={row.failed} nameOf={nameOf} />
            </Cell>
          </tr>
        ))}
      </Table>
      {strangers === 0 ? null : (
        <p className="mt-3 max-w-prose text-sm leading-relaxed">
          {strangers === 1
            ? 'One learner with a grade has'
            : `${strangers} learners with grades have`}{' '}
          never opened a link of this course, so the platform cannot be told whose they are.
        </p>
      )}
      {mayGrade ? (
        <div className="mt-4">
          <p className="mb-3 max-w-prose text-muted text-sm leading-relaxed">
            Changes go by themselves within a quarter of an hour, and what failed is tried again.
          </p>
          <ActionButton
            method="POST"
            path={`/api/classes/${classId}/lti/grades`}
            done="They are on their way: load the page again in a moment."
          >
            Send grades now
          </ActionButton>
        </div>
      ) : null}
    </>
  )
}

const SHOWN_MAX = 20

function Failed({ failed, nameOf }: Pick<PassbackRow, 'failed'> & Pick<PassbackProps, 'nameOf'>) {
  if (failed.length === 0) return '0'
  const reasons = Map.groupBy(failed, ({ reason }) => reason)
  return (
    <ul className="space-y-1">
      {[...reasons].map(([reason, ones]) => (
        <li key={reason}>
          <span className="tabular-nums">{ones.length}</span>: {reason}{' '}
          <span className="text-muted">
            {ones
              .slice(0, SHOWN_MAX)
              .map(({ userId }) => nameOf(userId))
              .join(', ')}
            {ones.length > SHOWN_MAX ? ' …' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
