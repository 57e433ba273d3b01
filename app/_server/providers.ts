/** Whom people may sign in with: providers that the environment configures. */
import 'server-only'
import { isLtiMethod } from './lti/method.ts'

export interface Provider {
  readonly id: 'github' | 'google' | 'oidc'
  readonly name: string
}

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

/** The configured providers, for forms. */
export function listProviders(): readonly Provider[] {
  return [
    ...(githubClient() === undefined ? [] : [{ id: 'github', name: 'GitHub' } as const]),
    ...(googleClient() === undefined ? [] : [{ id: 'google', name: 'Google' } as const]),
    ...(oidcClient() === undefined ? [] : [{ id: 'oidc', name: oidcName() } as const]),
  ]
}

/** How a stored way to sign in is called. */
export function nameOfMethod(providerId: string): string {
  if (providerId === 'credential') return 'Password'
  if (isLtiMethod(providerId)) return 'Learning platform'
  return { github: 'GitHub', google: 'Google', oidc: oidcName() }[providerId] ?? providerId
}

export function githubClient(): Client | undefined {
  return clientOf('GITHUB')
}

export function googleClient(): Client | undefined {
  return clientOf('GOOGLE')
}

export interface OidcClient extends Client {
  /** Where its OpenID configuration is. */
  readonly discoveryUrl: string
  /** Whether each address that it names counts as confirmed, whatever it says about that. */
  readonly isEmailTrusted: boolean
}

export function oidcClient(): OidcClient | undefined {
  const client = clientOf('OIDC')
  if (client === undefined) return undefined
  const issuer = setting('NETSPLIT_OIDC_ISSUER')
  if (!URL.canParse(issuer)) {
    throw new Error(
      'NETSPLIT_OIDC_ISSUER is not an address: set it to the issuer of your provider, such as ' +
        'https://login.example.org.',
    )
  }
  return {
    ...client,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    isEmailTrusted: setting('NETSPLIT_OIDC_TRUST_EMAIL') === '1',
  }
}

function oidcName(): string {
  return setting('NETSPLIT_OIDC_NAME') || 'your organisation'
}

function clientOf(name: 'GITHUB' | 'GOOGLE' | 'OIDC'): Client | undefined {
  const clientId = setting(`NETSPLIT_${name}_CLIENT_ID`)
  const clientSecret = setting(`NETSPLIT_${name}_CLIENT_SECRET`)
  return clientId === '' || clientSecret === '' ? undefined : { clientId, clientSecret }
}

function setting(name: string): string {
  return process.env[name] ?? ''
}
