/** Signing in with e-mail and password. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { CredentialsForm } from '../_accounts/credentials-form.tsx'
import { FormPage } from '../_accounts/form-page.tsx'
import { nextPath } from '../_accounts/next-path.ts'

export const metadata: Metadata = { title: 'Sign in' }

interface SignPageProps {
  readonly searchParams: Promise<{ readonly next?: string | readonly string[] }>
}

export default async function SignInPage({ searchParams }: SignPageProps) {
  const next = nextPath((await searchParams).next)
  return (
    <FormPage title="Sign in" lead="What you did as a guest in this browser moves to your account.">
      <CredentialsForm kind="sign-in" next={next} />
      <p className="mt-6 text-sm">
        No account yet?{' '}
        <Link
          href={`/sign-up?next=${encodeURIComponent(next)}`}
          className="text-accent underline underline-offset-4"
        >
          Sign up
        </Link>
      </p>
    </FormPage>
  )
}
