/** Asking for a mail to set a new password. */
import type { Metadata } from 'next'
import { FormPage } from '../_accounts/form-page.tsx'
import { PlainForm } from '../_accounts/plain-form.tsx'
import { hasMail } from '../_server/mail/mailer.ts'

export const metadata: Metadata = { title: 'Set a new password' }

/** Whether there is a mail server is known only where the site runs. */
export const dynamic = 'force-dynamic'

export default function ForgotPasswordPage() {
  if (!hasMail()) {
    return (
      <FormPage
        title="Set a new password"
        lead="This site has no mail server, so it cannot send you a link. If you have a passkey, or signed up with a provider, sign in with that and set a password in the settings. Otherwise ask the people who run the site."
      >
        {null}
      </FormPage>
    )
  }
  return (
    <FormPage
      title="Set a new password"
      lead="Enter the address of your account. If there is one, a mail with a link comes to it."
    >
      <PlainForm
        id="forgot"
        method="POST"
        path="/api/password-reset"
        fields={[{ name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username' }]}
        button="Send the mail"
        done="If there is an account with this address, a mail is on its way. Its link works for an hour."
      />
    </FormPage>
  )
}
