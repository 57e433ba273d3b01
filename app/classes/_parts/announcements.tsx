/** What staff told the class, newest first; staff write and remove. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { listAnnouncements } from '../../_server/classes/announcements.ts'
import { ClassForm } from '../_forms/class-form.tsx'
import { ClassSection } from './class-page.tsx'
import { ClassTime } from './class-time.tsx'

interface AnnouncementsProps {
  readonly classId: string
  readonly zone: string
  readonly mayChange: boolean
}

export async function Announcements({ classId, zone, mayChange }: AnnouncementsProps) {
  const all = await listAnnouncements(classId)
  if (all.length === 0 && !mayChange) return null
  return (
    <ClassSection id="announcements" title="Announcements">
      {all.length === 0 ? (
        <p className="mb-4 text-muted">
          Nothing was announced yet. What you write here stands at the top of the class for
          everybody.
        </p>
      ) : (
        <ul className="mb-6 max-w-prose space-y-4">
          {all.map(({ id, title, text, createdAt }) => (
            <li key={id} className="border-line border-l-4 pl-4">
              <h3 className="font-medium">{title}</h3>
              <p className="text-muted text-sm">
                <ClassTime at={createdAt} zone={zone} />
              </p>
              <p className="mt-1 whitespace-pre-wrap leading-relaxed">{text}</p>
              {mayChange ? (
                <ActionButton
                  method="DELETE"
                  path={`/api/classes/${classId}/announcements/${id}`}
                  label={`Remove “${title}”`}
                  done="It is removed."
                >
                  Remove
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <details className="max-w-md">
          <summary className="min-h-8 cursor-pointer font-medium text-accent text-sm">
            Announce something
          </summary>
          <div className="mt-3">
            <ClassForm
              method="POST"
              path={`/api/classes/${classId}/announcements`}
              fields={[
                { name: 'title', label: 'Title', kind: 'text' },
                { name: 'text', label: 'Text', kind: 'textarea', isOptional: true },
              ]}
              button="Announce"
              look="secondary"
              done="It is announced."
            />
          </div>
        </details>
      ) : null}
    </ClassSection>
  )
}
