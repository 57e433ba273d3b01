/** Where to go after signing in. */

/**
 * The `next` of a query when it is a path of this site, else the account page: an address
 * in a link must never send a reader to another site after signing in here.
 */
export function nextPath(next: string | readonly string[] | undefined): string {
  const isOwnPath = typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(next)
  return isOwnPath ? next : '/account'
}
