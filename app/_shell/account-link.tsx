/** Who is signed in, in the header; a guest and a stranger are offered to sign in. */
import { CircleUser } from 'lucide-react'
import Link from 'next/link'
import { unstable_rethrow } from 'next/navigation'
import { readActing } from '../_server/session.ts'
import { buttonStyle } from '../_ui/button-style.ts'

export async function AccountLink() {
  const user = await readUserOrNobody()
  if (user === undefined) return <SignInLink />
  // In a view of a class the account is none of the viewer's affair; the banner says who is seen.
  if (user.view?.classId !== undefined) return null
  return (
    <Link
      href="/account"
      className={buttonStyle({ look: 'quiet', size: 'small', className: 'max-w-40 px-2!' })}
    >
      <CircleUser aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate">{user.isGuest ? 'Guest' : user.name}</span>
      <span className="sr-only">, your account</span>
    </Link>
  )
}

export function SignInLink() {
  return (
    <Link href="/sign-in" className={buttonStyle({ look: 'secondary', size: 'small' })}>
      Sign in
    </Link>
  )
}

/** Reading must go on while the database is away: then nobody is signed in. */
async function readUserOrNobody() {
  try {
    return await readActing()
  } catch (error) {
    unstable_rethrow(error)
    console.error('The header could not read the session:', error)
    return undefined
  }
}
