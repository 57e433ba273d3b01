/** Making an account, which keeps a guest's work. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { CredentialsForm } from '../_accounts/credentials-form.tsx'
import { FormPage } from '../_accounts/form-page.tsx'
import { nextPath } from '../_accounts/next-path.ts'
import { ProviderButtons } from '../_accounts/provider-buttons.tsx'
import { listProviders } from '../_server/providers.ts'

export const metadata: Metadata = { title: 'Sign up' }

interface SignPageProps {
  readonly searchParams: Promise<{ readonly next?: string | readonly string[] }>
}

export default async function SignUpPage({ searchParams }: SignPageProps) {
  const next = nextPath((await searchParams).next)
  const providers = listProviders()
  return (
    <FormPage
      title="Sign up"
      lead="An account keeps your submissions beyond this browser. What you did as a guest comes along."
    >
      <CredentialsForm kind="sign-up" next={next} />
      {providers.length === 0 ? null : (
        <div className="mt-8 border-line border-t pt-8">
          <ProviderButtons providers={providers} purpose="sign-in" next={next} trouble="/sign-in" />
        </div>
      )}
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
