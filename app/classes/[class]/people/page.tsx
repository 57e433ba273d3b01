/** Who is in a class, who is expected, and the links that let people in. */
import type { Metadata } from 'next'
import { STAFF } from '../../../_classes/roles.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { readClass } from '../../../_server/classes/classes.ts'
import { listInvites } from '../../../_server/classes/invites.ts'
import { listMembers } from '../../../_server/classes/members.ts'
import { listExpected } from '../../../_server/classes/roster.ts'
import { listSections } from '../../../_server/classes/sections.ts'
import { readShownNames } from '../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { LinkButton } from '../../../_ui/link-button.tsx'
import { ClassPage, ClassSection } from '../../_parts/class-page.tsx'
import { Expected } from '../../_parts/expected.tsx'
import { Invites } from '../../_parts/invites.tsx'
import { LearnerTable, StaffTable } from '../../_parts/member-tables.tsx'
import { NamesSwitch } from '../../_parts/names-switch.tsx'

export const metadata: Metadata = { title: 'People' }

interface PeoplePageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function PeoplePage({ params }: PeoplePageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, members, expected, sections, invites, names] = await Promise.all([
    readClass(classId),
    listMembers(classId),
    listExpected(classId),
    listSections(classId),
    listInvites(classId, requestTime()),
    readShownNames(classId),
  ])
  const mayChange = may('class.change')
  const shared = { classId, sections, names, zone: of.timeZone }
  return (
    <ClassPage of={of} role={role} here="/people" title="People">
      <ClassSection id="learners" title="Learners">
        <div className="mb-4 flex flex-wrap gap-3">
          {mayChange ? (
            <LinkButton href={`/classes/${classId}/people/import`} look="secondary" size="small">
              Import a list
            </LinkButton>
          ) : null}
          <NamesSwitch areHidden={names.areHidden} />
        </div>
        <LearnerTable
          {...shared}
          members={members.filter((one) => one.role === 'learner')}
          mayChange={mayChange}
        />
      </ClassSection>
      <Expected {...shared} expected={expected} mayChange={mayChange} />
      <ClassSection id="staff" title="Staff">
        <StaffTable
          {...shared}
          members={members.filter((one) => STAFF.includes(one.role))}
          maySetStaff={may('class.set-staff')}
        />
      </ClassSection>
      {mayChange ? (
        <Invites {...shared} invites={invites} maySetStaff={may('class.set-staff')} />
      ) : null}
    </ClassPage>
  )
}
