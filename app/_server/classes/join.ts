/** How people come into a class: by a link, by their line of the roster, by their address. */
import 'server-only'
import { db } from '#db'
import type { Transaction } from '../../../prisma/line.ts'
import { hashOfToken } from '../../../prisma/link-token.ts'
import { type InviteState, inviteState } from '../../_classes/roster/invite-state.ts'
import { type Doer, recordClassEntry } from '../audit/record.ts'
import type { ClassRole } from '../authorise/roles.ts'
import type { SessionUser } from '../session.ts'
import { lockClass } from './class-lock.ts'

/** What a link leads to, for the page that asks whether to join. */
export interface JoinOffer {
  readonly classId: string
  readonly title: string
  readonly term: string
  readonly role: ClassRole
  readonly state: InviteState | 'archived'
}

/** Undefined for a link that never was, or was ended. */
export async function readOffer(token: string, now: Date): Promise<JoinOffer | undefined> {
  const tokenHash = hashOfToken(token)
  if (tokenHash === undefined) return undefined
  const [invite, entry] = await Promise.all([
    db.invite.findUnique({ where: { tokenHash }, include: { class: true } }),
    db.rosterEntry.findUnique({ where: { claimTokenHash: tokenHash }, include: { class: true } }),
  ])
  const found = invite ?? entry
  if (found === null) return undefined
  const { id: classId, title, term, archivedAt } = found.class
  const usable = invite === null ? 'usable' : inviteState(invite, now)
  return {
    classId,
    title,
    term,
    role: invite?.role ?? 'learner',
    state: archivedAt === null ? usable : 'archived',
  }
}

export type Joining =
  | { readonly kind: 'joined'; readonly classId: string }
  | { readonly kind: 'refused'; readonly why: 'no-such-link' | 'taken-off' | 'archived' }

/** Joins the class of a link. Whoever is in it already uses nothing up. */
export async function joinByLink(user: SessionUser, token: string, now: Date): Promise<Joining> {
  const tokenHash = hashOfToken(token)
  if (tokenHash === undefined) return NO_SUCH_LINK
  return db.$transaction(async (transaction): Promise<Joining> => {
    const invite = await transaction.invite.findUnique({ where: { tokenHash } })
    const entry = await transaction.rosterEntry.findUnique({
      where: { claimTokenHash: tokenHash },
    })
    const classId = invite?.classId ?? entry?.classId
    if (classId === undefined) return NO_SUCH_LINK
    await lockClass(transaction, classId)
    const member = await transaction.membership.findUnique({
      where: { classId_userId: { classId, userId: user.id } },
    })
    if (member?.state === 'removed') return { kind: 'refused', why: 'taken-off' }
    const { archivedAt } = await transaction.class.findUniqueOrThrow({ where: { id: classId } })
    if (archivedAt !== null) return { kind: 'refused', why: 'archived' }
    // Read again, for the lock may have waited for somebody who used it up.
    const isTaken =
      invite === null
        ? await claim(transaction, user.id, { claimTokenHash: tokenHash })
        : member !== null || (await useInvite(transaction, invite.id, now))
    if (!isTaken) return NO_SUCH_LINK
    if (member === null) {
      const role = invite?.role ?? 'learner'
      const sectionId = (invite ?? entry)?.sectionId ?? null
      await enter(transaction, user, { classId, role, sectionId })
    }
    return { kind: 'joined', classId }
  })
}

const NO_SUCH_LINK: Joining = { kind: 'refused', why: 'no-such-link' }

async function useInvite(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const used = await transaction.$executeRaw`
    update "Invite" set uses = uses + 1
    where id = ${id}::uuid and uses < "usesMax" and "expiresAt" > ${now}`
  return used > 0
}

/** Of two who claim one line, one gets it. */
async function claim(
  transaction: Transaction,
  userId: string,
  where: { readonly claimTokenHash: string } | { readonly id: string },
): Promise<boolean> {
  const { count } = await transaction.rosterEntry.updateMany({
    where: { ...where, userId: null },
    data: { userId, claimedAt: new Date(), claimTokenHash: null },
  })
  return count > 0
}

async function enter(
  transaction: Transaction,
  doer: Doer,
  {
    classId,
    role,
    sectionId,
  }: { readonly classId: string; readonly role: ClassRole; readonly sectionId: string | null },
): Promise<void> {
  await transaction.membership.create({ data: { classId, userId: doer.id, role, sectionId } })
  await recordClassEntry(transaction, {
    doer,
    action: 'member.joined',
    classId,
    after: { person: doer.id, role },
  })
}

/**
 * Lets somebody into every class whose roster has their address. Call it only for an address
 * that the account has confirmed: else anybody could take the place of another.
 */
export async function joinByAddress(
  transaction: Transaction,
  { doer, email }: { readonly doer: Doer; readonly email: string },
): Promise<void> {
  const entries = await transaction.rosterEntry.findMany({
    where: { email: email.toLowerCase(), userId: null, class: { archivedAt: null } },
    // Everybody takes the locks in one order.
    orderBy: { classId: 'asc' },
  })
  for (const { id, classId, sectionId } of entries) {
    await lockClass(transaction, classId)
    if (!(await claim(transaction, doer.id, { id }))) continue
    const member = await transaction.membership.findUnique({
      where: { classId_userId: { classId, userId: doer.id } },
    })
    if (member === null) await enter(transaction, doer, { classId, role: 'learner', sectionId })
  }
}

/** The same when somebody signs in: nothing happens unless the address is confirmed. */
export async function joinAtSignIn({ userId }: { readonly userId: string }): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId } })
  if (user === null || !user.emailVerified || user.isAnonymous === true) return
  const { email } = user
  if ((await db.rosterEntry.count({ where: { email: email.toLowerCase(), userId: null } })) === 0) {
    return
  }
  await db.$transaction((transaction) =>
    joinByAddress(transaction, { doer: { id: userId, address: undefined }, email }),
  )
}
