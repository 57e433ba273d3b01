/**
 * For somebody who came from a learning platform and is not where they were going yet: who they
 * are here, or which class the course is, is asked on this page.
 */
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { FormPage } from '../../_accounts/form-page.tsx'
import { SignOutButton } from '../../_accounts/sign-out-button.tsx'
import { readArrival } from '../../_server/lti/arrivals.ts'
import { readArrivalCookie } from '../../_server/lti/cookies.ts'
import { findClassOf } from '../../_server/lti/courses.ts'
import { findConnected, hasAccountWith } from '../../_server/lti/identity.ts'
import type { Launch } from '../../_server/lti/launched.ts'
import { readPlatform } from '../../_server/lti/platforms.ts'
import { readUser, type SessionUser } from '../../_server/session.ts'
import { Button } from '../../_ui/button.tsx'
import { LinkButton } from '../../_ui/link-button.tsx'
import { ClassForm } from '../../classes/_forms/class-form.tsx'
import { courseOf, WhichClass } from './which-class.tsx'

export const metadata: Metadata = { title: 'Welcome', robots: { index: false } }

interface Visit {
  readonly launch: Launch
  /** For the forms: it comes from a cookie of this browser. */
  readonly arrival: string
  readonly platform: string
}

export default async function WelcomePage() {
  const arrival = readArrivalCookie(await headers()) ?? ''
  const [launch, user] = await Promise.all([readArrival(arrival), readUser()])
  if (launch === undefined) return <Over />
  const [connected, platform] = await Promise.all([
    findConnected(launch),
    readPlatform(launch.platformId),
  ])
  const visit = { launch, arrival, platform: platform?.name ?? 'your platform' }
  if (connected === undefined) return <WhoAreYou {...visit} user={user} />
  const isConnected = (await findClassOf(launch)) !== undefined
  if (user?.id !== connected || isConnected) return <GoOn {...visit} />
  return launch.role === 'instructor' ? (
    <WhichClass {...visit} user={user} />
  ) : (
    <NoClass {...visit} />
  )
}

function Over() {
  return (
    <FormPage
      title="Come from your platform again"
      lead="There is no visit from a learning platform in this browser, or it took longer than half an hour. Open the link there again."
    >
      <LinkButton href="/learn" look="secondary">
        Read the course meanwhile
      </LinkButton>
    </FormPage>
  )
}

function GoOn({ platform }: Visit) {
  return (
    <FormPage title="Welcome back" lead={`You came from ${platform}, and are known here.`}>
      {/* It answers with cookies and a redirect, which a link within the page would not follow. */}
      <form action="/lti/arrive" method="get">
        <Button type="submit">Go on</Button>
      </form>
    </FormPage>
  )
}

async function WhoAreYou({
  launch,
  arrival,
  platform,
  user,
}: Visit & { readonly user: SessionUser | undefined }) {
  const who = [launch.name, launch.email].filter((text) => text !== '').join(', ')
  const lead = `You came from ${platform}${who === '' ? '' : ` as ${who}`}. You are asked this once.`
  if (user !== undefined && !user.isGuest) {
    return (
      <FormPage title="Is this you?" lead={lead}>
        <p className="mb-4 leading-relaxed">
          You are signed in here as <strong>{user.name}</strong>. When you connect the two,{' '}
          {platform} signs you in to this account from now on. You can end that in the settings.
        </p>
        <ArrivalForm path="/api/lti/connection" arrival={arrival} button="Connect this account" />
        <div className="mt-6 border-line border-t pt-6">
          <p className="mb-3 text-sm">Not you? Sign out, and open the link in {platform} again.</p>
          <SignOutButton />
        </div>
      </FormPage>
    )
  }
  const isTaken = await hasAccountWith(launch.email)
  return (
    <FormPage title="Have you been here before?" lead={lead}>
      {isTaken ? (
        <p className="mb-4 leading-relaxed">
          There is an account with this address. If it is yours, sign in to it, and connect it.
        </p>
      ) : (
        <ArrivalForm
          path="/api/lti/account"
          arrival={arrival}
          button="Make an account for me, and go on"
        />
      )}
      <LinkButton
        href="/sign-in?next=/lti/welcome"
        look={isTaken ? 'primary' : 'secondary'}
        className="mt-4"
      >
        Sign in to the account that I have
      </LinkButton>
      <p className="mt-6 text-muted text-sm leading-relaxed">
        What you did as a guest in this browser comes along either way.
      </p>
    </FormPage>
  )
}

function NoClass({ launch, platform }: Visit) {
  return (
    <FormPage
      title="The course is not connected yet"
      lead={`${courseOf(launch)} in ${platform} has no class here so far. Whoever teaches it opens the link once, and says which class it is; then open it again.`}
    >
      <LinkButton href="/learn" look="secondary">
        Read the course meanwhile
      </LinkButton>
    </FormPage>
  )
}

function ArrivalForm({
  path,
  arrival,
  button,
}: {
  readonly path: string
  readonly arrival: string
  readonly button: string
}) {
  return (
    <ClassForm
      method="POST"
      path={path}
      fields={[]}
      extra={{ arrival }}
      button={button}
      done="One moment …"
    />
  )
}
