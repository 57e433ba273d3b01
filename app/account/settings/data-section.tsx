/** Taking one's data along, and deleting it. */
import { PlainForm } from '../../_accounts/plain-form.tsx'
import { GUEST_WORD } from '../../_server/account/delete-account.ts'
import { buttonStyle } from '../../_ui/button-style.ts'
import { Section } from './section.tsx'

export function DataSection({
  isGuest,
  email,
}: {
  readonly isGuest: boolean
  readonly email: string | undefined
}) {
  const word = isGuest ? GUEST_WORD : 'your e-mail address'
  return (
    <>
      <Section
        id="data"
        title="Your data"
        lead="One zip file with everything that is kept of you: profile, drafts, attempts, submissions with their verdicts, progress, shared runs. Code comes as files, all else as JSON."
      >
        <a href="/api/account/export" download className={buttonStyle({ look: 'secondary' })}>
          Export your data
        </a>
      </Section>
      <Section
        id="delete"
        title={isGuest ? 'Delete your work' : 'Delete the account'}
        lead={
          <>
            <p>
              Everything in the export is deleted at once, and nobody can bring it back. Sums stay:
              how many submissions of deleted accounts passed or failed a step. So do entries about
              changes of rights, with an id that stands for nobody any more.
            </p>
            <p className="mt-2">
              To go on, type{' '}
              <strong className="break-all text-text">{isGuest ? word : email}</strong>.
            </p>
          </>
        }
      >
        <PlainForm
          id="delete-form"
          method="DELETE"
          path="/api/account"
          fields={[{ name: 'typed', label: `Type ${word}`, autoComplete: 'off' }]}
          button={isGuest ? 'Delete my work' : 'Delete my account'}
          look="secondary"
          done="Deleted."
          next="/"
        />
      </Section>
    </>
  )
}
