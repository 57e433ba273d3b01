/** Becoming an administrator, by the link that `npm start` printed at its first run. */
import type { Metadata } from 'next'
import { ActionButton } from '../../_accounts/action-button.tsx'
import { FormPage } from '../../_accounts/form-page.tsx'
import { readLink } from '../../_server/account/one-time-links.ts'
import { readUser } from '../../_server/session.ts'
import { LinkButton } from '../../_ui/link-button.tsx'

export const metadata: Metadata = { title: 'Set up this site', referrer: 'no-referrer' }

interface LinkPageProps {
  readonly params: Promise<{ readonly token: string }>
}

export default async function SetupPage({ params }: LinkPageProps) {
  const { token } = await params
  const [user, link] = await Promise.all([readUser(), readLink(token, ['becomeAdministrator'])])
  if (link === undefined) {
    return (
      <FormPage
        title="This link does not work"
        lead="It was used, it is older than a day, or the site was started anew since. On the machine of the site, `npm run admin -- link` prints a new one."
      >
        <LinkButton href="/">Home</LinkButton>
      </FormPage>
    )
  }
  if (user === undefined || user.isGuest) {
    const back = encodeURIComponent(`/setup/${token}`)
    return (
      <FormPage
        title="Set up this site"
        lead="This link makes one account an administrator: you say who teaches here, and can disable accounts. First sign up, or sign in to the account that shall be it."
      >
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/sign-up?next=${back}`}>Sign up</LinkButton>
          <LinkButton href={`/sign-in?next=${back}`} look="secondary">
            Sign in
          </LinkButton>
        </div>
      </FormPage>
    )
  }
  if (user.role === 'administrator') {
    return (
      <FormPage title="You are an administrator already" lead="The link stays good for another.">
        <LinkButton href="/admin/people">To the people of this site</LinkButton>
      </FormPage>
    )
  }
  return (
    <FormPage
      title="Set up this site"
      lead={`Shall ${user.name} be an administrator? The link works once.`}
    >
      <ActionButton
        method="POST"
        path="/api/setup"
        body={{ token }}
        size="medium"
        done="You are an administrator."
        next="/admin/people"
      >
        Become an administrator
      </ActionButton>
    </FormPage>
  )
}
