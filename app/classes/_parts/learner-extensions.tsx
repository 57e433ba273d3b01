/** Later due dates of one learner, and granting one. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { addDays, wallTimeOf } from '../../_classes/time-zone.ts'
import type { ExtensionView } from '../../_server/classes/extensions.ts'
import type { AssignedWork } from '../../_server/classes/learner-work.ts'
import type { ShownNames } from '../../_server/classes/shown-names.ts'
import { ExtensionForm } from '../_forms/extension-form.tsx'
import { ClassSection } from './class-page.tsx'
import { ClassTime } from './class-time.tsx'

interface LearnerExtensionsProps {
  readonly classId: string
  readonly userId: string
  readonly extensions: readonly ExtensionView[]
  readonly work: readonly AssignedWork[]
  readonly zone: string
  readonly names: ShownNames
  readonly mayChange: boolean
}

/** At first, an extension is offered by so much. */
const DAYS_OFFERED = 3

export function LearnerExtensions(props: LearnerExtensionsProps) {
  const { classId, userId, extensions, work, zone, names, mayChange } = props
  const due = work.flatMap(({ assignment: { id, title }, schedule: { dueAt } }) =>
    dueAt === undefined
      ? []
      : [{ id, title, offered: addDays(wallTimeOf(dueAt, zone), DAYS_OFFERED) }],
  )
  if (extensions.length === 0 && (!mayChange || due.length === 0)) return null
  return (
    <ClassSection id="extensions" title="Extensions">
      {extensions.length === 0 ? null : (
        <ul className="mb-5 max-w-2xl border-line border-t">
          {extensions.map(({ assignmentId, dueAt, reason }) => (
            <li
              key={assignmentId}
              className="flex flex-wrap items-center gap-x-3 border-line border-b py-2"
            >
              <span className="font-medium">
                {work.find(({ assignment }) => assignment.id === assignmentId)?.assignment.title}
              </span>
              <span className="text-sm">
                due <ClassTime at={dueAt} zone={zone} />
              </span>
              <span className="text-muted text-sm">{names.textOf(reason)}</span>
              {mayChange ? (
                <span className="ml-auto">
                  <ActionButton
                    method="DELETE"
                    path={`/api/classes/${classId}/assignments/${assignmentId}/extensions/${userId}`}
                    done="It is taken back."
                  >
                    Take back
                  </ActionButton>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange && due.length > 0 ? (
        <ExtensionForm classId={classId} userId={userId} works={due} />
      ) : null}
    </ClassSection>
  )
}
