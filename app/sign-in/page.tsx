/** Signing in: e-mail and password, a passkey, or a provider. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { CredentialsForm } from '../_accounts/credentials-form.tsx'
import { FormPage } from '../_accounts/form-page.tsx'
import { nextPath } from '../_accounts/next-path.ts'
import { PasskeyButton } from '../_accounts/passkey-button.tsx'
import { ProblemBox } from '../_accounts/problem-box.tsx'
import { ProviderButtons } from '../_accounts/provider-buttons.tsx'
import { providerProblem } from '../_accounts/provider-problem.ts'
import { listProviders } from '../_server/providers.ts'

export const metadata: Metadata = { title: 'Sign in' }

interface SignPageProps {
  readonly searchParams: Promise<{
    readonly next?: string | readonly string[]
    readonly error?: string | readonly string[]
  }>
}

export default async function SignInPage({ searchParams }: SignPageProps) {
  const query = await searchParams
  const next = nextPath(query.next)
  return (
    <FormPage title="Sign in" lead="What you did as a guest in this browser moves to your account.">
      <ProblemBox>{providerProblem(query.error)}</ProblemBox>
      <CredentialsForm kind="sign-in" next={next} />
      <p className="mt-3 text-sm">
        <Link href="/forgot-password" className="text-accent underline underline-offset-4">
          Forgot your password?
        </Link>
      </p>
      <div className="mt-8 grid gap-3 border-line border-t pt-8">
        <PasskeyButton next={next} />
        <ProviderButtons
          providers={listProviders()}
          purpose="sign-in"
          next={next}
          trouble="/sign-in"
        />
      </div>
      <p className="mt-8 text-sm">
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
