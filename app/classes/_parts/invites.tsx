/** Links that invite into a class: those that there are, and making one. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { ROLE_NAMES } from '../../_classes/roles.ts'
import { CLASS_ROLES } from '../../_server/authorise/roles.ts'
import type { InviteView } from '../../_server/classes/invites.ts'
import type { SectionView } from '../../_server/classes/sections.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassForm } from '../_forms/class-form.tsx'
import { ClassSection } from './class-page.tsx'
import { ClassTime } from './class-time.tsx'

interface InvitesProps {
  readonly classId: string
  readonly invites: readonly InviteView[]
  readonly sections: readonly SectionView[]
  readonly zone: string
  readonly maySetStaff: boolean
}

const STATES: Readonly<Record<InviteView['state'], string>> = {
  usable: 'lets people in',
  expired: 'too old',
  'used-up': 'used up',
}

export function Invites({ classId, invites, sections, zone, maySetStaff }: InvitesProps) {
  const roles = maySetStaff ? CLASS_ROLES.toReversed() : (['learner'] as const)
  return (
    <ClassSection id="links" title="Links">
      {invites.length === 0 ? null : (
        <div className="mb-6">
          <Table label="Links" heads={['As what', 'Section', 'Uses', 'Until', 'State', 'Change']}>
            {invites.map(({ id, role, sectionId, uses, usesMax, expiresAt, state }) => (
              <tr key={id} className="border-line border-b">
                <Cell>{ROLE_NAMES[role].name}</Cell>
                <Cell>{sections.find((one) => one.id === sectionId)?.name ?? '–'}</Cell>
                <Cell isQuiet>
                  {uses} of {usesMax}
                </Cell>
                <Cell isQuiet>
                  <ClassTime at={expiresAt} zone={zone} />
                </Cell>
                <Cell>{STATES[state]}</Cell>
                <Cell>
                  <ActionButton
                    method="DELETE"
                    path={`/api/classes/${classId}/invites/${id}`}
                    label={`End it: the link for ${ROLE_NAMES[role].name}`}
                    done="It is ended."
                  >
                    End it
                  </ActionButton>
                </Cell>
              </tr>
            ))}
          </Table>
        </div>
      )}
      <ClassForm
        method="POST"
        path={`/api/classes/${classId}/invites`}
        fields={[
          {
            name: 'role',
            label: 'Lets people in as',
            kind: 'select',
            options: roles.map((role) => [
              role,
              `${ROLE_NAMES[role].name}: ${ROLE_NAMES[role].may}`,
            ]),
          },
          {
            name: 'sectionId',
            label: 'Section',
            kind: 'select',
            isOptional: true,
            options: [['', 'none'], ...sections.map(({ id, name }) => [id, name] as const)],
          },
          { name: 'days', label: 'For how many days', kind: 'number', defaultValue: '14' },
          { name: 'usesMax', label: 'For how many people', kind: 'number', defaultValue: '60' },
        ]}
        button="Make a link"
        look="secondary"
        done="The link is made."
        onPath="show"
      />
    </ClassSection>
  )
}
