/** What a class is called, its sections, its copy, its archive, and who changed what. */
import type { Metadata } from 'next'
import { ActionButton } from '../../../_accounts/action-button.tsx'
import { addDays, wallTimeOf } from '../../../_classes/time-zone.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { type ClassView, readClass } from '../../../_server/classes/classes.ts'
import { listSections, type SectionView } from '../../../_server/classes/sections.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { LinkButton } from '../../../_ui/link-button.tsx'
import { ClassForm } from '../../_forms/class-form.tsx'
import { ClassHistory } from '../../_parts/class-history.tsx'
import { ClassPage, ClassSection } from '../../_parts/class-page.tsx'
import { timeZoneOptions } from '../../_parts/time-zones.ts'

export const metadata: Metadata = { title: 'Settings of the class' }

interface SettingsPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, sections] = await Promise.all([readClass(classId), listSections(classId)])
  const mayChange = may('class.change')
  return (
    <ClassPage of={of} role={role} here="/settings" title="Settings">
      {mayChange ? (
        <ClassSection id="details" title="What it is called">
          <ClassForm
            method="POST"
            path={`/api/classes/${classId}/details`}
            fields={detailFields(of)}
            button="Keep"
            done="Kept."
          />
        </ClassSection>
      ) : null}
      <Sections of={of} sections={sections} mayChange={mayChange} />
      <ClassSection id="platform" title="Learning platform">
        <p className="mb-4 max-w-prose text-muted leading-relaxed">
          People can come into the class from a course in Canvas, Moodle or another platform, and
          released grades can go back there.
        </p>
        <LinkButton href={`/classes/${classId}/settings/lti`} look="secondary">
          Connected courses
        </LinkButton>
      </ClassSection>
      {may('class.archive') ? <CopyAndArchive of={of} /> : null}
      <ClassHistory of={of} />
    </ClassPage>
  )
}

function detailFields({ title, term, timeZone }: Pick<ClassView, 'title' | 'term' | 'timeZone'>) {
  return [
    { name: 'title', label: 'Title', kind: 'text', defaultValue: title },
    { name: 'term', label: 'Term', kind: 'text', defaultValue: term },
    {
      name: 'timeZone',
      label: 'Time zone',
      kind: 'time-zone',
      defaultValue: timeZone,
      options: timeZoneOptions(),
    },
  ] as const
}

interface SectionsProps {
  readonly of: ClassView
  readonly sections: readonly SectionView[]
  readonly mayChange: boolean
}

function Sections({ of, sections, mayChange }: SectionsProps) {
  const path = `/api/classes/${of.id}/sections`
  return (
    <ClassSection id="sections" title="Sections">
      {sections.length === 0 ? (
        <p className="mb-4 max-w-prose text-muted">
          There are none. Sections are for classes that meet in groups; importing a list makes those
          that it names.
        </p>
      ) : (
        <ul className="mb-4 max-w-md border-line border-t">
          {sections.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between border-line border-b py-2">
              {name}
              {mayChange ? (
                <ActionButton
                  method="DELETE"
                  path={`${path}/${id}`}
                  label={`Remove the section ${name}`}
                  done="It is removed."
                  question={{
                    title: `Remove the section ${name}?`,
                    text: 'Its learners stay in the class, in no section.',
                  }}
                >
                  Remove
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <ClassForm
          method="POST"
          path={path}
          fields={[{ name: 'name', label: 'Name of a new section', kind: 'text' }]}
          button="Make the section"
          look="secondary"
          done="It is made."
        />
      ) : null}
    </ClassSection>
  )
}

const DAYS_TO_NEXT_TERM = 7 * 26

function CopyAndArchive({ of }: { readonly of: ClassView }) {
  const today = wallTimeOf(requestTime(), of.timeZone)
  const isArchived = of.archivedAt !== undefined
  return (
    <>
      <ClassSection id="copy" title="Copy to a new term">
        <p className="mb-4 max-w-prose text-muted leading-relaxed">
          The copy has the same work, sections and staff, and none of the learners. All dates move
          by the same number of days, and keep the time of the day.
        </p>
        <ClassForm
          method="POST"
          path={`/api/classes/${of.id}/copy`}
          fields={[
            ...detailFields({ ...of, term: '' }),
            {
              name: 'firstDay',
              label: 'The first work opens on',
              kind: 'date',
              defaultValue: addDays(today, DAYS_TO_NEXT_TERM).slice(0, 10),
            },
          ]}
          button="Copy the class"
          look="secondary"
          done="It is copied."
        />
      </ClassSection>
      <ClassSection id="archive" title="Archive">
        <p className="mb-4 max-w-prose text-muted leading-relaxed">
          {isArchived
            ? 'The class is for reading only. Bring it back to change something.'
            : 'An archived class is for reading only: nobody joins, and nothing changes. It can be brought back.'}
        </p>
        <ActionButton
          key={isArchived ? 'restore' : 'archive'}
          method="POST"
          path={`/api/classes/${of.id}/archived`}
          body={{ isArchived: !isArchived }}
          size="medium"
          done={isArchived ? 'It is back.' : 'It is archived.'}
        >
          {isArchived ? 'Bring it back' : 'Archive the class'}
        </ActionButton>
      </ClassSection>
    </>
  )
}
