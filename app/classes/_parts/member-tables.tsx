/** The people of a class, and what can be changed about each. */
import Link from 'next/link'
import { ActionButton } from '../../_accounts/action-button.tsx'
import { ROLE_NAMES } from '../../_classes/roles.ts'
import { CLASS_ROLES } from '../../_server/authorise/roles.ts'
import type { MemberView } from '../../_server/classes/members.ts'
import type { SectionView } from '../../_server/classes/sections.ts'
import type { ShownNames } from '../../_server/classes/shown-names.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ChoiceForm } from '../_forms/choice-form.tsx'
import { ClassTime } from './class-time.tsx'

interface MembersProps {
  readonly classId: string
  readonly members: readonly MemberView[]
  readonly sections: readonly SectionView[]
  readonly names: ShownNames
  readonly zone: string
}

export function LearnerTable(props: MembersProps & { readonly mayChange: boolean }) {
  const { classId, members, sections, names, zone, mayChange } = props
  if (members.length === 0) {
    return (
      <p className="max-w-prose text-muted">
        No learner has joined yet. Import a list of e-mail addresses, or make a link below and give
        it to everybody at once.
      </p>
    )
  }
  const heads = ['Name', 'E-mail', 'Section', 'Joined', ...(mayChange ? ['Change'] : [])]
  return (
    <Table label="Learners" heads={heads}>
      {members.map((member) => (
        <tr key={member.userId} className="border-line border-b">
          <Cell>
            <Link
              href={`/classes/${classId}/people/${member.userId}`}
              className="text-accent underline underline-offset-4"
            >
              {names.nameOf(member)}
            </Link>
            {member.state === 'removed' ? ' (taken off)' : ''}
          </Cell>
          <Cell isQuiet>{names.emailOf(member)}</Cell>
          <Cell>
            {mayChange && sections.length > 0 ? (
              <ChoiceForm
                label={`Section of ${names.nameOf(member)}`}
                path={`/api/classes/${classId}/members/${member.userId}/section`}
                name="sectionId"
                value={member.sectionId ?? ''}
                options={[['', 'none'], ...sections.map(({ id, name }) => [id, name] as const)]}
              />
            ) : (
              (sections.find(({ id }) => id === member.sectionId)?.name ?? '–')
            )}
          </Cell>
          <Cell isQuiet>
            <ClassTime at={member.joinedAt} zone={zone} />
          </Cell>
          {mayChange ? (
            <Cell>
              <StateButton classId={classId} member={member} name={names.nameOf(member)} />
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

export function StaffTable(props: MembersProps & { readonly maySetStaff: boolean }) {
  const { classId, members, names, zone, maySetStaff } = props
  const heads = ['Name', 'E-mail', 'Role', 'Joined', ...(maySetStaff ? ['Change'] : [])]
  return (
    <Table label="Staff" heads={heads}>
      {members.map((member) => (
        <tr key={member.userId} className="border-line border-b">
          <Cell>
            {names.nameOf(member)}
            {member.state === 'removed' ? ' (taken off)' : ''}
          </Cell>
          <Cell isQuiet>{names.emailOf(member)}</Cell>
          <Cell>
            {maySetStaff ? (
              <ChoiceForm
                label={`Role of ${names.nameOf(member)}`}
                path={`/api/classes/${classId}/members/${member.userId}/role`}
                name="role"
                value={member.role}
                options={CLASS_ROLES.map((role) => [role, ROLE_NAMES[role].name])}
              />
            ) : (
              ROLE_NAMES[member.role].name
            )}
          </Cell>
          <Cell isQuiet>
            <ClassTime at={member.joinedAt} zone={zone} />
          </Cell>
          {maySetStaff ? (
            <Cell>
              <StateButton classId={classId} member={member} name={names.nameOf(member)} />
            </Cell>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

interface StateButtonProps {
  readonly classId: string
  readonly member: MemberView
  readonly name: string
}

function StateButton({ classId, member, name }: StateButtonProps) {
  const path = `/api/classes/${classId}/members/${member.userId}/state`
  return member.state === 'active' ? (
    <ActionButton
      key="remove"
      method="POST"
      path={path}
      body={{ state: 'removed' }}
      label={`Take off ${name}`}
      done="Taken off."
      question={{
        title: `Take ${name} off the class?`,
        text: 'They keep their work, and see the class no more. You can let them in again.',
      }}
    >
      Take off
    </ActionButton>
  ) : (
    <ActionButton
      key="restore"
      method="POST"
      path={path}
      body={{ state: 'active' }}
      label={`Let in again: ${name}`}
      done="They are in again."
    >
      Let in again
    </ActionButton>
  )
}
