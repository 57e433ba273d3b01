/** The reader's account: who they are here, and what they submitted. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { SignOutButton } from '../_accounts/sign-out-button.tsx'
import { listSubmissions } from '../_server/account-submissions.ts'
import { readEmail, readUser, type SessionUser } from '../_server/session.ts'
import { PageTitle } from '../_shell/page-title.tsx'
import { LinkButton } from '../_ui/link-button.tsx'
import { SharedRuns } from './shared-runs.tsx'
import { SubmissionTable } from './submission-table.tsx'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const user = await readUser()
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-12 sm:px-6 sm:py-16">
      {user === undefined ? <Stranger /> : <Known user={user} email={await readEmail()} />}
    </div>
  )
}

function Stranger() {
  return (
    <>
      <PageTitle title="You are not signed in">
        You do not need to be: reading, running and submitting work without an account. Your first
        edit or submission makes you a guest in this browser.
      </PageTitle>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/sign-in">Sign in</LinkButton>
        <LinkButton href="/sign-up" look="secondary">
          Sign up
        </LinkButton>
      </div>
    </>
  )
}

async function Known({
  user,
  email,
}: {
  readonly user: SessionUser
  readonly email: { readonly address: string; readonly isConfirmed: boolean } | undefined
}) {
  const submissions = await listSubmissions(user.id)
  return (
    <>
      {user.isGuest ? <Guest /> : <Owner user={user} email={email?.address} />}
      <section aria-labelledby="submissions" className="mt-14">
        <h2 id="submissions" className="font-semibold text-xl tracking-tight">
          Your submissions
        </h2>
        {submissions.length === 0 ? (
          <p className="mt-3 text-muted">
            Nothing yet.{' '}
            <Link
              href="/labs/raft/03-election"
              className="text-accent underline underline-offset-4"
            >
              Open the first lab step
            </Link>
            .
          </p>
        ) : (
          <SubmissionTable submissions={submissions} />
        )}
      </section>
      <SharedRuns userId={user.id} />
    </>
  )
}

function Guest() {
  return (
    <>
      <PageTitle title="You are a guest">
        Your work is kept with a cookie in this browser. Sign up, and it is kept with an account.
      </PageTitle>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/sign-up">Sign up and keep the work</LinkButton>
        <LinkButton href="/sign-in" look="secondary">
          Sign in
        </LinkButton>
        <LinkButton href="/account/settings" look="secondary">
          Your data
        </LinkButton>
      </div>
    </>
  )
}

function Owner({
  user,
  email,
}: {
  readonly user: SessionUser
  readonly email: string | undefined
}) {
  return (
    <>
      <PageTitle title="Account" />
      <dl className="mb-8 grid max-w-lg grid-cols-[6rem_1fr] gap-y-2">
        <dt className="text-muted">Name</dt>
        <dd className="break-words">{user.name}</dd>
        <dt className="text-muted">E-mail</dt>
        <dd className="break-all">{email}</dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account/settings" look="secondary">
          Settings
        </LinkButton>
        {user.role === 'administrator' ? (
          <LinkButton href="/admin/people" look="secondary">
            People of this site
          </LinkButton>
        ) : null}
        <SignOutButton />
      </div>
    </>
  )
}
