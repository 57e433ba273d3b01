/** POST: makes a new key, with which this site signs from now on. */
import { z } from 'zod'
import { DONE } from '../../../../_server/classes/change.ts'
import { adminRoute } from '../../../../_server/lti/admin-route.ts'
import { rotateKeys } from '../../../../_server/lti/tool-keys.ts'

export const POST = adminRoute(z.object({}), async ({ user }) => {
  await rotateKeys(user, new Date())
  return DONE
})
