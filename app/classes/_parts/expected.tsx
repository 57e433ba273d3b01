/** Those on the roster who have not come yet. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import type { RosterEntryView } from '../../_server/classes/roster.ts'
import type { SectionView } from '../../_server/classes/sections.ts'
import type { ShownNames } from '../../_server/classes/shown-names.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassForm } from '../_forms/class-form.tsx'
import { ClassSection } from './class-page.tsx'

interface ExpectedProps {
  readonly classId: string
  readonly expected: readonly RosterEntryView[]
  readonly sections: readonly SectionView[]
  readonly names: ShownNames
  readonly mayChange: boolean
}

export function Expected({ classId, expected, sections, names, mayChange }: ExpectedProps) {
  if (expected.length === 0) return null
  const heads = ['Name', 'E-mail', 'Section', ...(mayChange ? ['Change'] : [])]
  return (
    <ClassSection id="expected" title={`Expected: ${expected.length}`}>
      <p className="mb-4 max-w-prose text-muted leading-relaxed">
        Each is in the class as soon as they sign in with this address and it is confirmed. Where
        addresses cannot be confirmed, make a link for the one person.
      </p>
      {names.areHidden ? (
        <p className="text-muted">The list is hidden with the names.</p>
      ) : (
        <Table label="Expected learners" heads={heads}>
          {expected.map(({ id, name, email, sectionId, hasLink }) => (
            <tr key={id} className="border-line border-b">
              <Cell>{name}</Cell>
              <Cell isQuiet>{email}</Cell>
              <Cell>{sections.find((one) => one.id === sectionId)?.name ?? '–'}</Cell>
              {mayChange ? (
                <Cell>
                  <div className="flex flex-wrap gap-2">
                    <ClassForm
                      method="POST"
                      path={`/api/classes/${classId}/roster/${id}/link`}
                      fields={[]}
                      button={hasLink ? 'Make another link' : 'Make a link'}
                      look="secondary"
                      done={`For ${name} alone.`}
                      onPath="show"
                    />
                    <ActionButton
                      method="DELETE"
                      path={`/api/classes/${classId}/roster/${id}`}
                      label={`Take off ${name}`}
                      size="medium"
                      done="Taken off."
                    >
                      Take off
                    </ActionButton>
                  </div>
                </Cell>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
    </ClassSection>
  )
}
