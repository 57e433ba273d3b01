/** The platforms from which people may come: administrators keep them. */
import 'server-only'
import { db } from '#db'
import { recordEntry } from '../audit/record.ts'
import { type Change, DONE, refused } from '../classes/change.ts'
import type { SessionUser } from '../session.ts'
import { isUuid } from '../uuid.ts'
import { addressProblem } from './platform-address.ts'

export interface PlatformToKeep {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly authUrl: string
  readonly tokenUrl: string
  readonly jwksUrl: string
  readonly deploymentIds: readonly string[]
  readonly instructorsMakeClasses: boolean
}

export interface PlatformView extends PlatformToKeep {
  readonly id: string
  readonly createdAt: Date
}

/** By name, each with how many courses of it are connected. */
export async function listPlatforms(): Promise<
  readonly (PlatformView & { readonly courses: number })[]
> {
  const rows = await db.ltiPlatform.findMany({
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    include: { _count: { select: { courses: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, courses: _count.courses }))
}

export async function readPlatform(id: string): Promise<PlatformView | undefined> {
  const row = isUuid(id) ? await db.ltiPlatform.findUnique({ where: { id } }) : null
  return row ?? undefined
}

/**
 * The platform of a sign-in that begins. Without a client id, which platforms may leave out,
 * the issuer must name exactly one.
 */
export async function findPlatform(
  issuer: string,
  clientId: string | undefined,
): Promise<PlatformView | undefined> {
  const rows = await db.ltiPlatform.findMany({
    where: { issuer, ...(clientId === undefined ? {} : { clientId }) },
    take: 2,
  })
  return rows.length === 1 ? rows[0] : undefined
}

/** Makes a platform, or changes the one of this id. */
export async function keepPlatform(
  user: SessionUser,
  platform: PlatformToKeep,
  id?: string,
): Promise<Change> {
  const problem = problemOf(platform)
  if (problem !== undefined) return refused(400, problem)
  const data = { ...platform, deploymentIds: [...platform.deploymentIds] }
  const { issuer, clientId } = platform
  return db.$transaction(async (transaction) => {
    const twin = await transaction.ltiPlatform.findUnique({
      where: { issuer_clientId: { issuer, clientId } },
    })
    if (twin !== null && twin.id !== id) {
      return refused(409, `${twin.name} has this issuer and client already: change that one.`)
    }
    if (id !== undefined && (await transaction.ltiPlatform.count({ where: { id } })) === 0) {
      return NO_SUCH_PLATFORM
    }
    const kept =
      id === undefined
        ? await transaction.ltiPlatform.create({ data })
        : await transaction.ltiPlatform.update({ where: { id }, data })
    await recordEntry(transaction, {
      doer: user,
      action: id === undefined ? 'lti-platform.added' : 'lti-platform.changed',
      personId: user.id,
      after: { platform: kept.id, issuer, client: clientId },
    })
    return DONE
  })
}

/** Takes a platform away: nobody comes from it any more. Accounts and classes stay. */
export async function removePlatform(user: SessionUser, id: string): Promise<Change> {
  return db.$transaction(async (transaction) => {
    const { count } = isUuid(id)
      ? await transaction.ltiPlatform.deleteMany({ where: { id } })
      : { count: 0 }
    if (count === 0) return NO_SUCH_PLATFORM
    await recordEntry(transaction, {
      doer: user,
      action: 'lti-platform.removed',
      personId: user.id,
      after: { platform: id },
    })
    return DONE
  })
}

export const NO_SUCH_PLATFORM = refused(
  404,
  'There is no such platform: perhaps somebody removed it. Load the page again.',
)

function problemOf({ authUrl, tokenUrl, jwksUrl, deploymentIds }: PlatformToKeep) {
  if (deploymentIds.length === 0) return 'Give at least one deployment id.'
  const addresses = [
    ['the sign-in', authUrl],
    ['tokens', tokenUrl],
    ['the public keys', jwksUrl],
  ] as const
  for (const [name, address] of addresses) {
    const problem = addressProblem(address)
    if (problem !== undefined) return `The address for ${name}: ${problem}`
  }
  return undefined
}
