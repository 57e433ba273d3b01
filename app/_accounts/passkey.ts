/** Makes and uses passkeys: what the browser does between two requests to the server. */
import { send, textIn } from './send.ts'

export type PasskeyResult =
  | { readonly kind: 'done' }
  /** The reader closed the browser's window for it: nothing to say. */
  | { readonly kind: 'given-up' }
  | { readonly kind: 'failed'; readonly error: string }

const OLD_BROWSER: PasskeyResult = {
  kind: 'failed',
  error: 'This browser is too old for passkeys. Use another way to sign in.',
}

/** Makes a passkey on this device, or with a password manager, and adds it to the account. */
export async function addPasskey(name: string): Promise<PasskeyResult> {
  if (!hasPasskeys()) return OLD_BROWSER
  const options = await readOptions('/api/auth/passkey/generate-register-options')
  if (options.kind === 'failed') return options
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options.value as PublicKeyCredentialCreationOptionsJSON,
  )
  const asked = await ask(() => navigator.credentials.create({ publicKey }))
  if (asked.kind !== 'got') return asked
  return finish('/api/auth/passkey/verify-registration', {
    response: asked.credential.toJSON(),
    name,
  })
}

/** Signs in with whichever passkey of this site the reader chooses. */
export async function signInWithPasskey(): Promise<PasskeyResult> {
  if (!hasPasskeys()) return OLD_BROWSER
  const options = await readOptions('/api/auth/passkey/generate-authenticate-options')
  if (options.kind === 'failed') return options
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options.value as PublicKeyCredentialRequestOptionsJSON,
  )
  const asked = await ask(() => navigator.credentials.get({ publicKey }))
  if (asked.kind !== 'got') return asked
  return finish('/api/auth/passkey/verify-authentication', { response: asked.credential.toJSON() })
}

function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  )
}

type Options =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: string }

async function readOptions(path: string): Promise<Options> {
  const response = await fetch(path).catch(() => undefined)
  const value: unknown = await response?.json().catch(() => undefined)
  if (response?.ok === true) return { kind: 'read', value }
  return { kind: 'failed', error: sentenceFor(value) }
}

interface Got {
  readonly kind: 'got'
  readonly credential: PublicKeyCredential
}

async function ask(
  open: () => Promise<Credential | null>,
): Promise<Exclude<PasskeyResult, { kind: 'done' }> | Got> {
  try {
    const credential = await open()
    return credential instanceof PublicKeyCredential
      ? { kind: 'got', credential }
      : { kind: 'given-up' }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return { kind: 'given-up' }
    if (name === 'InvalidStateError') {
      return { kind: 'failed', error: 'This device already holds a passkey of this account.' }
    }
    return { kind: 'failed', error: 'The device could not do this. Try another one.' }
  }
}

async function finish(path: string, body: unknown): Promise<PasskeyResult> {
  const sent = await send({ method: 'POST', path, body })
  if (sent.kind === 'done') return { kind: 'done' }
  return { kind: 'failed', error: sent.error }
}

/** The library's codes, in our words. */
function sentenceFor(value: unknown): string {
  if (textIn(value, 'code') === 'SESSION_NOT_FRESH') {
    return 'You signed in more than an hour ago. Sign out and in again, and then add the passkey.'
  }
  return textIn(value, 'error') ?? 'The server could not begin this. Try again in a moment.'
}
