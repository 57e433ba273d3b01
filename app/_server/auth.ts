/**
 * Sign-in: e-mail and password, and guests who have neither. Built at its first use,
 * because `next build` loads this file without any environment.
 */
import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { anonymous } from 'better-auth/plugins/anonymous'
import { db } from '#db'
import { PASSWORD_LENGTH_MIN } from '../_accounts/password-rule.ts'
import { adoptGuest } from './adopt-guest.ts'

const SECONDS_PER_DAY = 86_400

export type Auth = ReturnType<typeof makeAuth>

let auth: Auth | undefined

/** The one instance of this process. Throws one line when the environment is incomplete. */
export function getAuth(): Auth {
  auth ??= makeAuth()
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
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_LENGTH_MIN },
    session: { expiresIn: 180 * SECONDS_PER_DAY, updateAge: SECONDS_PER_DAY },
    // A whole class may sit behind one address: the limits stop guessing, not a lesson.
    rateLimit: {
      enabled: true,
      window: 10,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/sign-up/email': { window: 60, max: 60 },
      },
    },
    plugins: [
      anonymous({
        generateName: () => 'Guest',
        // `adoptGuest` deletes the guest itself, in the transaction that moves the work.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          adoptGuest({ guestId: anonymousUser.user.id, accountId: newUser.user.id }),
      }),
      // Writes cookies for calls from route handlers and actions; must come last.
      nextCookies(),
    ],
  })
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
