/** Setting a new password by the link of a mail. */
import type { Metadata } from 'next'
import { FormPage } from '../../_accounts/form-page.tsx'
import { PASSWORD_LENGTH_MIN } from '../../_accounts/password-rule.ts'
import { PlainForm } from '../../_accounts/plain-form.tsx'
import { readLink } from '../../_server/account/one-time-links.ts'
import { LinkButton } from '../../_ui/link-button.tsx'

export const metadata: Metadata = { title: 'Set a new password', referrer: 'no-referrer' }

interface LinkPageProps {
  readonly params: Promise<{ readonly token: string }>
}

export default async function ResetPasswordPage({ params }: LinkPageProps) {
  const { token } = await params
  const link = await readLink(token, ['resetPassword'])
  if (link === undefined) {
    return (
      <FormPage title="This link does not work" lead="It was used, or it is older than an hour.">
        <LinkButton href="/forgot-password">Ask for a new one</LinkButton>
      </FormPage>
    )
  }
  return (
    <FormPage
      title="Set a new password"
      lead={`For the account ${link.email ?? ''}. You are signed out everywhere, and sign in with the new password.`}
    >
      <PlainForm
        id="reset"
        method="POST"
        path="/api/password-reset/use"
        extra={{ token }}
        fields={[
          {
            name: 'password',
            label: 'New password',
            type: 'password',
            autoComplete: 'new-password',
            hint: `${PASSWORD_LENGTH_MIN} characters or more.`,
          },
        ]}
        button="Set the password"
        done="Done."
        next="/sign-in"
      />
    </FormPage>
  )
}
