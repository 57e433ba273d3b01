/** Who work is saved for: the reader whom the page was made for, and nobody else. */
import 'server-only'
import { headers } from 'next/headers'
import { db } from '#db'
import type { Owner } from '../labs/_workspace/drafts/draft-view.ts'
import { RateLimit } from './rate-limit.ts'
import { addressOf } from './request-address.ts'
import { ensureUser, readUser } from './session.ts'

export type DraftOwner =
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'refused'; readonly status: 401 | 409 | 503; readonly error: string }

/**
 * Guests that saving may make. A class behind one address is let in; whoever is not keeps
 * the draft in the browser, and tries again by the next saving.
 */
const guestsOfAddress = new RateLimit({ burst: 300, perMinute: 30 })
const guestsOfAll = new RateLimit({ burst: 1_000, perMinute: 200 })

/** What waits in the browser while it cannot be saved, as a sentence begins with it. */
type Waiting = 'Your code is' | 'Your answers are' | 'Your notes are'

/**
 * Finds the owner, or makes a guest when the page belongs to a stranger.
 * @param ownerId whom the page was made for; undefined for a stranger's
 */
export async function ownerOf(
  ownerId: string | undefined,
  waiting: Waiting = 'Your code is',
): Promise<DraftOwner> {
  const user = await readUser()
  if (user === undefined) {
    return ownerId === undefined ? becomeGuest(waiting) : refused(401, signedOut(waiting))
  }
  const owner = { id: user.id, isGuest: user.isGuest }
  if (ownerId === undefined || ownerId === user.id) return { kind: 'owner', owner }
  // A guest who signed up or in since is no more: the account has all that was theirs.
  const other = await db.user.findUnique({ where: { id: ownerId }, select: { id: true } })
  return other === null ? { kind: 'owner', owner } : refused(409, somebodyElse(waiting))
}

async function becomeGuest(waiting: Waiting): Promise<DraftOwner> {
  const address = addressOf(await headers()) ?? ''
  if (!guestsOfAddress.take(address) || !guestsOfAll.take('all')) {
    return refused(503, tooManyGuests(waiting))
  }
  return { kind: 'owner', owner: await ensureUser() }
}

function refused(status: 401 | 409 | 503, error: string): DraftOwner {
  return { kind: 'refused', status, error }
}

function signedOut(waiting: Waiting): string {
  return `You are signed out. ${waiting} kept in this browser: sign in, and saving goes on.`
}

function somebodyElse(waiting: Waiting): string {
  return `Somebody else is signed in by now. ${waiting} kept in this browser: sign in again as the one whose work it is.`
}

function tooManyGuests(waiting: Waiting): string {
  return `Many people begin at this moment. ${waiting} kept in this browser until there is room.`
}
