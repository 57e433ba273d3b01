/** Signs somebody in whom a platform has vouched for. */
import 'server-only'
import { isAPIError } from 'better-auth/api'
import { getAuth } from '../auth.ts'
import { readUser } from '../session.ts'
import { withoutSession } from '../stale-session.ts'

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }

/** @param headers of the request: what was done as a guest comes along */
export async function signInAs(userId: string, headers: Headers): Promise<SignedIn> {
  const isStale = (await readUser()) === undefined
  try {
    const { headers: answered } = await getAuth().api.signInLti({
      body: { userId },
      headers: isStale ? withoutSession(headers) : headers,
      returnHeaders: true,
    })
    return { kind: 'signed-in', cookies: answered.getSetCookie() }
  } catch (error) {
    // A disabled account, or one that was deleted at this moment.
    if (isAPIError(error)) return { kind: 'refused' }
    throw error
  }
}
