/** Launches that were verified, for those who still have to say who they are here, or choose. */
import 'server-only'
import { db } from '#db'
import { hashOfToken, newToken } from '../../../prisma/link-token.ts'
import { type Launch, launchSchema } from './launched.ts'

const MINUTES_VALID = 30
const MS_PER_MINUTE = 60_000

/** Keeps a launch; returns its token, which is stored nowhere. */
export async function keepArrival(launch: Launch): Promise<string> {
  const token = newToken()
  const now = new Date()
  await db.$transaction([
    db.ltiArrival.deleteMany({ where: { expiresAt: { lt: now } } }),
    db.ltiArrival.create({
      data: {
        tokenHash: hashOfToken(token) ?? '',
        platformId: launch.platformId,
        launch,
        expiresAt: new Date(now.getTime() + MINUTES_VALID * MS_PER_MINUTE),
      },
    }),
  ])
  return token
}

/** The launch of a token; undefined when it was used, is too old, or never was. */
export async function readArrival(token: string | undefined): Promise<Launch | undefined> {
  const tokenHash = token === undefined ? undefined : hashOfToken(token)
  if (tokenHash === undefined) return undefined
  const found = await db.ltiArrival.findUnique({ where: { tokenHash } })
  if (found === null || found.expiresAt <= new Date()) return undefined
  return launchSchema.parse(found.launch)
}

/** Uses it up; false when somebody did before. */
export async function endArrival(token: string): Promise<boolean> {
  const tokenHash = hashOfToken(token)
  if (tokenHash === undefined) return false
  const { count } = await db.ltiArrival.deleteMany({ where: { tokenHash } })
  return count > 0
}
