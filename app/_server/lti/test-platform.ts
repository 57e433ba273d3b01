/** Tries what a platform must be able to do, for whoever has just registered it. */
import 'server-only'
import { z } from 'zod'
import { type Change, refused } from '../classes/change.ts'
import { askForJson, PlatformTrouble } from './ask-platform.ts'
import { NO_SUCH_PLATFORM, readPlatform } from './platforms.ts'
import { SCOPE, serviceToken } from './service-token.ts'

const Keys = z.object({ keys: z.array(z.unknown()).min(1) })

/** Reads the platform's keys, and asks it for a token, which proves that it knows ours. */
export async function testPlatform(id: string): Promise<Change> {
  const platform = await readPlatform(id)
  if (platform === undefined) return NO_SUCH_PLATFORM
  try {
    const keys = await askForJson(platform.jwksUrl, { method: 'GET' })
    if (!Keys.safeParse(keys).success) {
      return refused(409, 'There is no set of keys at the address of the public keys.')
    }
    await serviceToken(platform, [SCOPE.members])
  } catch (error) {
    if (!(error instanceof PlatformTrouble)) throw error
    return refused(409, `Something is not right yet. ${error.message}`)
  }
  return { kind: 'done' }
}
