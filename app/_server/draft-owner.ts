/** Who a draft is saved for: the reader whom the page was made for, and nobody else. */
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

/**
 * Finds the owner, or makes a guest when the page belongs to a stranger.
 * @param ownerId whom the page was made for; undefined for a stranger's
 */
export async function ownerOf(ownerId: string | undefined): Promise<DraftOwner> {
  const user = await readUser()
  if (user === undefined) {
    return ownerId === undefined ? becomeGuest() : { kind: 'refused', ...SIGNED_OUT }
  }
  const owner = { id: user.id, isGuest: user.isGuest }
  if (ownerId === undefined || ownerId === user.id) return { kind: 'owner', owner }
  // A guest who signed up or in since is no more: the account has all that was theirs.
  const other = await db.user.findUnique({ where: { id: ownerId }, select: { id: true } })
  return other === null ? { kind: 'owner', owner } : { kind: 'refused', ...SOMEBODY_ELSE }
}

async function becomeGuest(): Promise<DraftOwner> {
  const address = addressOf(await headers()) ?? ''
  if (!guestsOfAddress.take(address) || !guestsOfAll.take('all')) {
    return { kind: 'refused', ...TOO_MANY_GUESTS }
  }
  return { kind: 'owner', owner: await ensureUser() }
}

const SIGNED_OUT = {
  status: 401,
  error: 'You are signed out. Your code is kept in this browser: sign in to save it here again.',
} as const

const SOMEBODY_ELSE = {
  status: 409,
  error:
    'Somebody else is signed in by now. Your code is kept in this browser: sign in again as the one who wrote it.',
} as const

const TOO_MANY_GUESTS = {
  status: 503,
  error: 'Many people begin at this moment. Your code is kept in this browser until there is room.',
} as const
