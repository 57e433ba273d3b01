/** The ways to sign in: password, passkeys, providers. */
import { ActionButton } from '../../_accounts/action-button.tsx'
import { PASSWORD_LENGTH_MIN } from '../../_accounts/password-rule.ts'
import { type PlainField, PlainForm } from '../../_accounts/plain-form.tsx'
import { ProviderButtons } from '../../_accounts/provider-buttons.tsx'
import { listMethods, type SignInMethod } from '../../_server/account/sign-in-methods.ts'
import { listProviders } from '../../_server/providers.ts'
import { AddPasskey } from './add-passkey.tsx'
import { Section } from './section.tsx'

const NEW_PASSWORD: PlainField = {
  name: 'password',
  label: 'New password',
  type: 'password',
  autoComplete: 'new-password',
  hint: `${PASSWORD_LENGTH_MIN} characters or more.`,
}
const PRESENT_PASSWORD: PlainField = {
  name: 'current',
  label: 'Present password',
  type: 'password',
  autoComplete: 'current-password',
}

export async function SignInSection({ userId }: { readonly userId: string }) {
  const methods = await listMethods(userId)
  const hasPassword = methods.some(({ kind }) => kind === 'password')
  const others = listProviders().filter(
    ({ id }) => !methods.some(({ providerId }) => providerId === id),
  )
  return (
    <Section
      id="sign-in"
      title="Ways to sign in"
      lead="A passkey lives on a device or in a password manager. It cannot be guessed, and no other site can ask for it."
    >
      <ul className="max-w-2xl border-line border-t">
        {methods.map((method) => (
          <Method key={method.id} method={method} isLast={methods.length === 1} />
        ))}
      </ul>
      <div className="mt-6 grid max-w-md gap-3">
        <AddPasskey />
        <ProviderButtons
          providers={others}
          purpose="link"
          next="/account/settings"
          trouble="/account/settings"
        />
      </div>
      <h3 className="mt-8 mb-3 font-semibold">
        {hasPassword ? 'Change the password' : 'Set a password'}
      </h3>
      <PlainForm
        id="password-form"
        method="POST"
        path="/api/account/password"
        fields={hasPassword ? [PRESENT_PASSWORD, NEW_PASSWORD] : [NEW_PASSWORD]}
        extra={{ current: '' }}
        button={hasPassword ? 'Change the password' : 'Set the password'}
        look="secondary"
        done="The password is set. You are signed out on every other machine."
      />
    </Section>
  )
}

function Method({ method, isLast }: { readonly method: SignInMethod; readonly isLast: boolean }) {
  const { id, kind, name, addedAt } = method
  const what = kind === 'passkey' ? 'Passkey' : kind === 'provider' ? 'Provider' : 'Password'
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2">
      <span className="grow">
        {kind === 'password' ? 'Password' : `${what}: ${name}`}
        <span className="text-muted text-sm">
          {addedAt === undefined ? '' : `, since ${addedAt.toISOString().slice(0, 10)}`}
        </span>
      </span>
      {kind === 'password' || isLast ? null : (
        <ActionButton
          method="DELETE"
          path={`/api/account/methods/${id}`}
          label={`Remove ${what.toLowerCase()} ${name}`}
          done="Removed."
          question={{
            title: `Remove ${name}?`,
            text: 'You can no longer sign in with it. It can be added again.',
          }}
        >
          Remove
        </ActionButton>
      )}
    </li>
  )
}
