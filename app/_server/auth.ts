/**
 * Sign-in: e-mail and password, passkeys, providers, and guests who have none of these. Built
 * at its first use, because `next build` loads this file without any environment. What an
 * account changes about itself later is ours (app/_server/account), not the library's.
 */
import 'server-only'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { anonymous } from 'better-auth/plugins/anonymous'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { db } from '#db'
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../_accounts/password-rule.ts'
import { adoptGuest } from './adopt-guest.ts'
import { FRESH_S, greet, named, requireConfirmed, requireEnabled } from './auth-rules.ts'
import { joinAtSignIn } from './classes/join.ts'
import { ltiSignIn } from './lti/sign-in-plugin.ts'
import { githubClient, googleClient, type OidcClient, oidcClient } from './providers.ts'
import { withEntries } from './sign-in-database.ts'

const SECONDS_PER_DAY = 86_400
const OIDC = 'oidc'

export type Auth = ReturnType<typeof makeAuth>

/** A whole class may sit behind one address: the limits stop guessing, not a lesson. */
const RATE_LIMIT = {
  enabled: true,
  window: 10,
  max: 300,
  customRules: {
    '/sign-in/email': { window: 60, max: 60 },
    '/sign-up/email': { window: 60, max: 60 },
    '/sign-in/social': { window: 60, max: 120 },
    '/passkey/verify-authentication': { window: 60, max: 60 },
  },
}

let auth: Auth | undefined

/** The one instance of this process. Throws one line when the environment is incomplete. */
export function getAuth(): Auth {
  auth ??= makeAuth()
  return auth
}

/**
 * The same, made anew when the provider could not be reached while it was made: the library
 * looks for it only then, and would leave it out until the site is started again.
 */
export async function getAuthWithProvider(): Promise<Auth> {
  const present = getAuth()
  if (oidcClient() === undefined) return present
  const { socialProviders } = await present.$context
  if (socialProviders.some(({ id }) => id === OIDC)) return present
  auth = makeAuth()
  return auth
}

function makeAuth() {
  const baseURL = publicUrl()
  return betterAuth({
    appName: 'Netsplit',
    baseURL,
    secret: secret(),
    trustedOrigins: [...ownOrigins(baseURL)],
    telemetry: { enabled: false },
    // A wrong password is the reader's affair and no news for the log.
    logger: { level: 'error' },
    database: prismaAdapter(withEntries(db), { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    socialProviders: {
      ...within('github', githubClient()),
      ...within('google', googleClient()),
    },
    account: {
      // Two people are one only when both sides have confirmed the same address.
      accountLinking: { trustedProviders: [], requireLocalEmailVerified: true },
      // We ask providers who somebody is, and nothing after that.
      encryptOAuthTokens: true,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
      validateUserInfo: requireConfirmed,
    },
    session: {
      expiresIn: 180 * SECONDS_PER_DAY,
      updateAge: SECONDS_PER_DAY,
      freshAge: FRESH_S,
      additionalFields: {
        hidesNames: { type: 'boolean', required: false, input: false },
      },
    },
    databaseHooks: {
      session: { create: { before: requireEnabled, after: joinAtSignIn } },
      user: { create: { before: named, after: greet } },
    },
    onAPIError: { errorURL: '/sign-in' },
    rateLimit: RATE_LIMIT,
    plugins: [
      anonymous({
        generateName: () => 'Guest',
        // `adoptGuest` deletes the guest itself, in the transaction that moves the work.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          adoptGuest({ guestId: anonymousUser.user.id, accountId: newUser.user.id }),
      }),
      passkeys(baseURL),
      genericOAuth({ config: oidcConfigs(oidcClient()) }),
      ltiSignIn(),
      // Writes cookies for calls from route handlers and actions; must come last.
      nextCookies(),
    ],
  })
}

function passkeys(baseURL: string) {
  return passkey({
    rpID: new URL(baseURL).hostname,
    rpName: 'Netsplit',
    origin: [...ownOrigins(baseURL)],
    // A key that a browser can offer by itself: nobody types an address first.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/** An entry of this name, or none: a provider without a client is not offered. */
function within<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>)
}

function oidcConfigs(client: OidcClient | undefined) {
  if (client === undefined) return []
  const { clientId, clientSecret, discoveryUrl, isEmailTrusted } = client
  return [
    {
      providerId: OIDC,
      clientId,
      clientSecret,
      discoveryUrl,
      scopes: ['openid', 'email', 'profile'],
      requireIdTokenVerification: true,
      mapProfileToUser: (profile: Readonly<Record<string, unknown>>) => ({
        name: nameIn(profile),
        ...(isEmailTrusted ? { emailVerified: true } : {}),
      }),
    },
  ]
}

/** Not every provider knows a name; any will do. */
function nameIn(profile: Readonly<Record<string, unknown>>): string {
  const names = [profile.name, profile.preferred_username, profile.email]
  const found = names.find((name) => typeof name === 'string' && name !== '')
  return typeof found === 'string' ? found.slice(0, 80) : 'Nameless'
}

function publicUrl(): string {
  const url = process.env.NETSPLIT_URL
  if (url !== undefined && URL.canParse(url)) return url
  throw new Error(
    'NETSPLIT_URL is not the public address of this site: set it to one such as http://localhost:3000.',
  )
}

function secret(): string {
  const value = process.env.NETSPLIT_AUTH_SECRET ?? ''
  if (value.length >= 32) return value
  throw new Error('NETSPLIT_AUTH_SECRET must be set to at least 32 random characters.')
}

/** `localhost` and `127.0.0.1` are one machine: a reader may have typed either. */
function ownOrigins(baseURL: string): readonly string[] {
  const { origin, protocol, hostname, port } = new URL(baseURL)
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin]
  return ['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}${port && `:${port}`}`)
}
