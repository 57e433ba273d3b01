/** From where a request comes, as far as the proxies before us tell. */
import 'server-only'

/** The client's network address, or undefined; not a proof of anything. */
export function addressOf(headers: Headers): string | undefined {
  const first = headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? ''
  // Whoever writes the header writes what they like.
  return /^[\da-f.:]{2,45}$/i.test(first) ? first : undefined
}
