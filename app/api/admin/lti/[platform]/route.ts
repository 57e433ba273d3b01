/** POST: changes a learning platform. DELETE: takes it away. */
import { z } from 'zod'
import { adminRoute } from '../../../../_server/lti/admin-route.ts'
import { platformRule } from '../../../../_server/lti/platform-form.ts'
import { keepPlatform, removePlatform } from '../../../../_server/lti/platforms.ts'

export const POST = adminRoute(platformRule, ({ user, id, value }) => keepPlatform(user, value, id))

export const DELETE = adminRoute(z.object({}), ({ user, id }) => removePlatform(user, id))
