/** What a reader may change about the account, and take along, and delete. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { ProblemBox } from '../../_accounts/problem-box.tsx'
import { providerProblem } from '../../_accounts/provider-problem.ts'
import { readEmail, readUser, type SessionUser } from '../../_server/session.ts'
import { PageTitle } from '../../_shell/page-title.tsx'
import { LinkButton } from '../../_ui/link-button.tsx'
import { DataSection } from './data-section.tsx'
import { EmailSection } from './email-section.tsx'
import { NameSection } from './name-section.tsx'
import { SessionSection } from './session-section.tsx'
import { SignInSection } from './sign-in-section.tsx'
import { ViewingSection } from './viewing-section.tsx'

export const metadata: Metadata = { title: 'Settings' }

interface SettingsProps {
  readonly searchParams: Promise<{ readonly error?: string | readonly string[] }>
}

export default async function SettingsPage({ searchParams }: SettingsProps) {
  const [user, { error }] = await Promise.all([readUser(), searchParams])
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-12 sm:px-6 sm:py-16">
      {user === undefined ? (
        <>
          <PageTitle title="You are not signed in">
            There is nothing of yours here to change. In this browser, lessons keep their own
            progress.
          </PageTitle>
          <LinkButton href="/sign-in?next=/account/settings">Sign in</LinkButton>
        </>
      ) : (
        <>
          <p className="mb-4 text-sm">
            <Link href="/account" className="text-accent underline underline-offset-4">
              Your account
            </Link>
          </p>
          <PageTitle title="Settings" />
          <ProblemBox>{providerProblem(error)}</ProblemBox>
          <Sections user={user} />
        </>
      )}
    </div>
  )
}

async function Sections({ user }: { readonly user: SessionUser }) {
  const email = await readEmail()
  return (
    <div className="grid grid-cols-1 gap-14">
      {email === undefined ? null : (
        <>
          <NameSection name={user.name} />
          <EmailSection userId={user.id} email={email} />
          <SignInSection userId={user.id} />
        </>
      )}
      <SessionSection userId={user.id} presentId={user.sessionId} />
      {user.isGuest ? null : <ViewingSection userId={user.id} />}
      <DataSection isGuest={user.isGuest} email={email?.address} />
    </div>
  )
}
