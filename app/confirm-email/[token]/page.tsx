/**
 * Confirming an e-mail address by the link of a mail. A press is asked for: programs that look
 * through mail open links, too.
 */
import type { Metadata } from 'next'
import { FormPage } from '../../_accounts/form-page.tsx'
import { PlainForm } from '../../_accounts/plain-form.tsx'
import { readLink } from '../../_server/account/one-time-links.ts'
import { readUser } from '../../_server/session.ts'
import { LinkButton } from '../../_ui/link-button.tsx'

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' }

interface LinkPageProps {
  readonly params: Promise<{ readonly token: string }>
}

export default async function ConfirmEmailPage({ params }: LinkPageProps) {
  const { token } = await params
  const [user, link] = await Promise.all([
    readUser(),
    readLink(token, ['confirmEmail', 'changeEmail']),
  ])
  if (link === undefined) {
    return (
      <FormPage title="This link does not work" lead="It was used, or it is too old.">
        <LinkButton href="/account/settings">To your settings, to get a new one</LinkButton>
      </FormPage>
    )
  }
  if (user?.id !== link.userId) {
    return (
      <FormPage
        title="Sign in first"
        lead="An address is confirmed only in the account that it belongs to. Sign in to that account, and you come back here. If you made no account, close this page: nothing happens."
      >
        <LinkButton href={`/sign-in?next=${encodeURIComponent(`/confirm-email/${token}`)}`}>
          Sign in
        </LinkButton>
      </FormPage>
    )
  }
  return (
    <FormPage title="Confirm your address" lead={`Is ${link.email ?? ''} your address?`}>
      <PlainForm
        id="confirm"
        method="POST"
        path="/api/account/confirmation"
        extra={{ token }}
        fields={[]}
        button="Yes, confirm it"
        done="Confirmed."
        next="/account/settings"
      />
    </FormPage>
  )
}
