/**
 * Lets the sign-in library make a session for somebody whom a platform has vouched for. It is
 * for calls from our own code: no address leads here (authorise/auth-paths.ts).
 */
import 'server-only'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

export function ltiSignIn() {
  return {
    id: 'lti-sign-in',
    endpoints: {
      // Below /sign-in, so that a guest's work comes along as with every other way in.
      signInLti: createAuthEndpoint(
        '/sign-in/lti',
        { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (context) => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.userId)
          if (user === null) throw new APIError('NOT_FOUND')
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session, user })
          return context.json({ userId: user.id })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
