/** Making an account, which keeps a guest's work. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { CredentialsForm } from '../_accounts/credentials-form.tsx'
import { FormPage } from '../_accounts/form-page.tsx'
import { nextPath } from '../_accounts/next-path.ts'

export const metadata: Metadata = { title: 'Sign up' }

interface SignPageProps {
  readonly searchParams: Promise<{ readonly next?: string | readonly string[] }>
}

export default async function SignUpPage({ searchParams }: SignPageProps) {
  const next = nextPath((await searchParams).next)
  return (
    <FormPage
      title="Sign up"
      lead="An account keeps your submissions beyond this browser. What you did as a guest comes along."
    >
      <CredentialsForm kind="sign-up" next={next} />
      <p className="mt-6 text-sm">
        Have an account?{' '}
        <Link
          href={`/sign-in?next=${encodeURIComponent(next)}`}
          className="text-accent underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </FormPage>
  )
}
