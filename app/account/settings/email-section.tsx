/** The e-mail address: whether it is confirmed, and how to change it. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { type PlainField, PlainForm } from '../../_accounts/plain-form.tsx'
import { hasPassword } from '../../_server/account/proof.ts'
import { hasMail } from '../../_server/mail/mailer.ts'
import { Badge } from '../../_ui/badge.tsx'
import { Section } from './section.tsx'

interface EmailSectionProps {
  readonly userId: string
  readonly email: { readonly address: string; readonly isConfirmed: boolean }
}

export async function EmailSection({ userId, email }: EmailSectionProps) {
  const isMailed = hasMail()
  return (
    <Section id="email" title="E-mail" lead={<State {...email} isMailed={isMailed} />}>
      {email.isConfirmed || !isMailed ? null : (
        <div className="mb-6">
          <ActionButton
            method="POST"
            path="/api/account/confirmation"
            size="medium"
            done="A mail is on its way. Open its link in this browser."
          >
            Send the confirmation mail again
          </ActionButton>
        </div>
      )}
      <PlainForm
        id="email-form"
        method="POST"
        path="/api/account/email"
        fields={[
          { name: 'email', label: 'New e-mail address', type: 'email', autoComplete: 'email' },
          ...((await hasPassword(userId)) ? [PRESENT_PASSWORD] : []),
        ]}
        extra={{ password: '' }}
        button="Change the address"
        look="secondary"
        done={
          isMailed
            ? 'A mail went to the new address. It is used once you open its link in this browser.'
            : 'The address is changed.'
        }
      />
    </Section>
  )
}

const PRESENT_PASSWORD: PlainField = {
  name: 'password',
  label: 'Your present password',
  type: 'password',
  autoComplete: 'current-password',
}

function State({
  address,
  isConfirmed,
  isMailed,
}: {
  readonly address: string
  readonly isConfirmed: boolean
  readonly isMailed: boolean
}) {
  return (
    <>
      <p className="break-all text-text">
        {address} {isConfirmed ? <Badge tone="pass">confirmed</Badge> : <Badge>not verified</Badge>}
      </p>
      {isConfirmed || isMailed ? null : (
        <p className="mt-1">
          Not verified: this site has no mail server. Everything works; only a new password cannot
          be had by mail, so keep a second way to sign in.
        </p>
      )}
    </>
  )
}
