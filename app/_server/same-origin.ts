/** Keeps other sites from acting with a reader's session. */
import 'server-only'

/** True when the request comes from a page of this site; a request without any sign does not. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = hostOf(headers.get('origin'))
  if (origin === undefined) return false
  return origin === headers.get('host') || origin === hostOf(process.env.NETSPLIT_URL ?? null)
}

function hostOf(url: string | null): string | undefined {
  return url !== null && URL.canParse(url) ? new URL(url).host : undefined
}
