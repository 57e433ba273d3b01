/**
 * Takes the cookie of a session that is over out of a request. The sign-in library, which looks
 * for a guest's session after somebody signed in, would find this one over, and delete the
 * cookie: the new one, for both have one name.
 */
import 'server-only'

/** Whether a session's cookie came along, over or not. */
export function hasSession(headers: Headers): boolean {
  return headers.get('cookie')?.includes('session_token') === true
}

/** The same headers without any cookie of a session. */
export function withoutSession(headers: Headers): Headers {
  const kept = new Headers(headers)
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  const others = cookies.filter((cookie) => !/^[^=]*session_(token|data)[^=]*=/.test(cookie))
  if (others.join('') === '') kept.delete('cookie')
  else kept.set('cookie', others.join('; '))
  return kept
}
